import { expect, test } from 'vitest'
import { barCounts, is, marks, search, show, words } from '#sandbox/tour/clouds.ts'
import type { Thing } from '#sandbox/tour/screen.ts'
import type { PageWorld } from './page-world.ts'

/** What the overlay does on the Invoices page, in whichever browser. */
export function overlayCases(world: () => PageWorld): void {
  test('explains each cloud in the article’s terms before anybody has signed in', async () => {
    const { invoices } = world()
    await show(invoices, { status: 'Ready to Export', rows: '25' })
    const seen = await invoices.until(
      () => marks(invoices, 'ready'),
      found => found.length === 25,
    )
    expect(seen[0]?.name).toBe('Ready to export: Nothing is missing: this invoice can be exported.')
  })

  test('opens the card by keyboard, and gives the focus back to the mark on Esc', async () => {
    const { invoices } = world()
    await show(invoices, { outlet: 'Harbour Street Kitchen', status: 'Missing Product Group', rows: '25' })
    const yellow = await invoices.until(
      () => marks(invoices),
      found => found.length > 0 && found.every(each => is(each, 'group', 'account')),
    )
    const mark = yellow.find(each => is(each, 'group'))
    if (!mark) throw new Error('There is no yellow cloud')
    await invoices.clickOn(mark)
    const dialog = await invoices.find('dialog', /(?:)/)
    expect(await invoices.textOf(dialog)).toContain('no product group')
    await invoices.page.keyboard.press('Escape')
    await invoices.gone('dialog', /(?:)/)
    const focused = await invoices.until(
      () => marks(invoices, 'group'),
      found => found.some(each => each.focused),
    )
    // By what it is: its name says more as soon as the invoice's lines are read.
    expect(focused.filter(each => each.focused).map(({ id }) => id)).toEqual([mark.id])
    await invoices.page.keyboard.press('Enter')
    await invoices.find('dialog', /(?:)/)
    await invoices.until(
      () => marks(invoices, 'group'),
      found => !found.some(each => each.focused),
    )
    await invoices.page.keyboard.press('Escape')
    await invoices.gone('dialog', /(?:)/)
  })

  test('counts on the bar what the page has, and lists what it counts', async () => {
    const { invoices, host } = world()
    const outlet = 'Canal House Brasserie'
    const ready = (await host.invoices()).filter(
      each => each.outlet.name === outlet && each.exportStatus === 'READY',
    )
    await show(invoices, { outlet })
    await barCounts(invoices, [words.ready], ready.length)
    await invoices.click('button', `${words.ready} ${ready.length}`)
    const listed = await invoices.textOf(await invoices.find('region', words.ready))
    expect(ready.filter(({ invoiceNo }) => !listed.includes(invoiceNo))).toEqual([])
    await invoices.page.keyboard.press('Escape')
    await invoices.gone('region', words.ready)
  })

  test('leaves the page’s own click on a blue cloud as it was', async () => {
    const { invoices, host } = world()
    const wanted = (await host.invoices()).find(
      ({ outlet, exportStatus }) => outlet.name === 'Harbour Street Kitchen' && exportStatus === 'READY',
    )
    if (!wanted) throw new Error('There is no blue cloud')
    await searchFor(world(), wanted.invoiceNo)
    await invoices.click('button', 'Ready to Export')
    await invoices.until(
      async () => (await host.invoices()).find(({ id }) => id === wanted.id)?.exportStatus,
      status => status === 'EXPORTED',
    )
    await invoices.until(
      () => marks(invoices, 'exported'),
      found => found.length > 0,
    )
    await searchForNothing(world())
  })

  test('puts its marks back when the page removes them', async () => {
    const { invoices } = world()
    await show(invoices, { status: 'Ready to Export', rows: '25' })
    await invoices.until(
      () => marks(invoices, 'ready'),
      found => found.length === 25,
    )
    await invoices.page.evaluate(() => {
      for (const own of document.querySelectorAll('tbody [data-clearcloud]')) own.remove()
    })
    await invoices.until(
      () => marks(invoices, 'ready'),
      found => found.length === 25,
    )
  })

  test('shows names with markup as the text that they are', async () => {
    const { invoices, host } = world()
    const odd = (await host.invoices()).find(
      ({ supplier, exportStatus }) => /</.test(supplier.name) && exportStatus === 'READY',
    )
    if (!odd) throw new Error('There is no supplier with markup in its name')
    const mark = await searchFor(world(), odd.invoiceNo)
    await invoices.clickOn(mark)
    const dialog = await invoices.find('dialog', /(?:)/)
    expect(await invoices.textOf(dialog)).toContain(odd.supplier.name)
    await invoices.page.keyboard.press('Escape')
    await searchForNothing(world())
  })

  test('keeps quiet on a page without invoices', async () => {
    const { stack, open } = world()
    const products = await open(`${stack.sandbox.origin}/catalog/products`)
    await products.find('combobox', /group/i)
    expect(await marks(products)).toEqual([])
    expect(await products.all('toolbar')).toEqual([])
    await products.page.close()
  })
}

/** Searches for one invoice, and waits until the list shows nothing else and it bears its mark. */
async function searchFor({ invoices, host }: PageWorld, number: string): Promise<Thing> {
  const numbers = new Set((await host.invoices()).map(({ invoiceNo }) => invoiceNo))
  await show(invoices)
  await search(invoices, number)
  await invoices.until(
    async () => (await invoices.all('link')).filter(({ name }) => numbers.has(name)).map(({ name }) => name),
    names => names.length === 1 && names[0] === number,
  )
  const [mark] = await invoices.until(
    () => marks(invoices),
    found => found.length === 1,
  )
  if (!mark) throw new Error(`${number} bears no mark`)
  return mark
}

/** Takes a search back, and waits for the list to be whole again. */
async function searchForNothing({ invoices }: PageWorld): Promise<void> {
  const field = await invoices.click('searchbox', /./)
  await invoices.clickOn(field, { count: 3 })
  await invoices.page.keyboard.press('Backspace')
  await invoices.until(
    () => marks(invoices),
    found => found.length > 1,
  )
}
