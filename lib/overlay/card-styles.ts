/** What only a card needs; it comes with its script. */
export const cardStyles = `
.card { width: 380px; max-height: min(560px, calc(100vh - 16px)); }
header { align-items: flex-start; padding: 8px 8px 0 16px; }
header > div { flex: 1; min-width: 0; }
h2 { font-size: 14px; }
h2:focus { outline: none; }
.asks { margin: 12px 0 6px; padding: 6px 12px 12px; border-radius: 6px; background: var(--raised); }
.body { padding: 4px 16px 14px; }
.headline { margin-top: 8px; font-weight: 550; }
form, .row, details { margin-top: 12px; }
label { display: grid; gap: 3px; margin-top: 8px; font-size: 12px; }
.fields { max-height: 236px; overflow: auto; margin: 0 -4px; padding: 2px 4px 4px; }
select, input { font: inherit; color: inherit; width: 100%; height: 30px; padding: 0 8px; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); }
.row { flex-wrap: wrap; }
input { flex: 1; }
::placeholder { color: var(--faint); opacity: 1; }
summary { cursor: pointer; }
pre { margin: 6px 0; padding: 8px; max-height: 140px; overflow: auto; border-radius: 6px; font: 11.5px/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--raised); }
.card:has(.comparison) { width: 520px; }
.comparison { margin-top: 12px; font-size: 12.5px; }
.comparison table { width: 100%; border-collapse: collapse; }
.comparison :is(th, td) { padding: 3px 0 3px 12px; text-align: end; vertical-align: top; font-weight: 400; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.comparison th:first-child { padding-left: 0; text-align: start; }
.comparison thead th { color: var(--faint); }
.comparison tbody tr { border-top: 1px solid var(--line); }
.comparison tfoot { border-top: 2px solid var(--line); }
.comparison tfoot tr:last-child :is(th, td) { font-weight: 650; }
.comparison .differs td { font-weight: 650; color: var(--failed-ink); }
.comparison small { color: var(--faint); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`
