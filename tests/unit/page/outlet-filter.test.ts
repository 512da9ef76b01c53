// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { foodrazorPage } from '#lib/page/foodrazor-page.ts'
import { createOutletFilter } from '#lib/page/outlet-filter.ts'

function shown(html: string) {
  document.body.innerHTML = html
  return createOutletFilter(document, foodrazorPage).shown()
}

test.each([
  [
    '<select aria-label="Outlet"><option value="">All</option><option value="1" selected>Harbour</option></select>',
    'Harbour',
  ],
  ['<label>Outlet <select><option value="1">Harbour</option></select></label>', null],
  ['<label for="o">Outlet</label><select id="o"><option value="1">Harbour</option></select>', 'Harbour'],
  ['<span id="l">Outlets</span><div role="combobox" aria-labelledby="l">Harbour</div>', 'Harbour'],
])('reads the outlet of %s', (html, outlet) => {
  expect(shown(html)).toBe(outlet)
})

test.each([
  '<select aria-label="Outlet"><option value="">Pick one</option></select>',
  '<select aria-label="Outlet"><option value="all">All outlets</option></select>',
  '<select aria-label="Status"><option value="1">Harbour</option></select>',
  '<p>Outlet: Harbour</p>',
])('sees no single outlet in %s', html => {
  expect(shown(html)).toBeNull()
})

test('follows the filter that it found, and finds another when that went', () => {
  document.body.innerHTML =
    '<select aria-label="Outlet"><option>Harbour Street Kitchen</option><option>Canal House</option></select>'
  const filter = createOutletFilter(document, foodrazorPage)
  expect(filter.shown()).toBe('Harbour Street Kitchen')
  const select = document.querySelector('select')
  if (select) select.selectedIndex = 1
  expect(filter.shown()).toBe('Canal House')
  document.body.innerHTML = '<select aria-label="Outlet"><option>Orchard Noodle House</option></select>'
  expect(filter.shown()).toBe('Orchard Noodle House')
})
