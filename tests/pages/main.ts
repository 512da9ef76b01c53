import { everyColumn, invoices } from './invoices.ts'
import type { Shown, ShowPage } from './page.ts'
import './page.css'

const pages = import.meta.glob<{ default: ShowPage }>('./show/*.{ts,tsx}')

const name = new URLSearchParams(location.search).get('page') ?? 'plain-table'
const load = pages[`./show/${name}.ts`] ?? pages[`./show/${name}.tsx`]
const root = document.querySelector('#list')
if (!load || !(root instanceof HTMLElement)) throw new Error(`There is no page “${name}”`)

let shown: Shown = { columns: everyColumn, invoices: invoices(60) }
const { default: show } = await load()
const draw = show(root, shown)

/** What a person does to a list; each takes what is shown and gives what is shown then. */
const changes: Record<string, (now: Shown) => Shown> = {
  'Turn the order': now => ({ ...now, invoices: now.invoices.toReversed() }),
  'Move the status first': now => ({
    ...now,
    columns: ['status', ...now.columns.filter(column => column !== 'status')],
  }),
  'Hide the type': now => ({ ...now, columns: now.columns.filter(column => column !== 'type') }),
  'Filter by the first supplier': now => ({
    ...now,
    invoices: now.invoices.filter(({ supplier }) => supplier === 'Green Valley Produce'),
  }),
}
for (const [words, change] of Object.entries(changes)) {
  const button = document.createElement('button')
  button.textContent = words
  button.addEventListener('click', () => {
    shown = change(shown)
    draw(shown)
  })
  document.querySelector('#changes')?.append(button)
}
