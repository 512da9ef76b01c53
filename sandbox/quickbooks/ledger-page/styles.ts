/** The look of the ledger's pages: one small sheet, light and dark. */
export const styles = `
:root {
  --ground: #f3f4f2; --paper: #fff; --ink: #1f2724; --quiet: #5d6a65; --line: #d9dedb;
  --accent: #1d6b2f; --on-accent: #fff; --bad: #a3262a; --bad-ground: #fdeeee;
  --open: #1c5fa8; --partly: #8a5a00; --paid: #1d6b2f; --voided: #a3262a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #141816; --paper: #1d2320; --ink: #e6ebe8; --quiet: #9daaa4; --line: #343d39;
    --accent: #7cc98c; --on-accent: #10201a; --bad: #ff9b9b; --bad-ground: #3a2020;
  --open: #86b8f2; --partly: #e3b04b; --paid: #7cc98c; --voided: #ff9b9b;
  }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif }
a { color: var(--accent) }
.top { display: flex; gap: 10px; align-items: baseline; flex-wrap: wrap; padding: 14px 24px;
  background: var(--paper); border-bottom: 1px solid var(--line) }
.brand { font-weight: 650; text-decoration: none; color: var(--ink) }
main { max-width: 1120px; margin: 0 auto; padding: 28px 24px 64px }
h1 { font-size: 22px; line-height: 1.3; margin: 0 0 4px; overflow-wrap: anywhere }
h2 { font-size: 15px; margin: 0 0 8px }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 20px 24px; margin-bottom: 20px }
.narrow { max-width: 520px; margin: 24px auto }
.quiet { color: var(--quiet) }
.small { font-size: 13px }
.multiline { white-space: pre-wrap }
.plain { margin: 0 0 16px; padding-left: 20px }
.problem { color: var(--bad); background: var(--bad-ground); border-radius: 6px; padding: 8px 12px }
.field { display: grid; gap: 4px; margin-bottom: 16px; font-size: 13px; color: var(--quiet) }
fieldset { border: 1px solid var(--line); border-radius: 8px; margin: 0 0 16px; padding: 4px 12px 8px }
legend { padding: 0 4px; font-size: 13px; color: var(--quiet) }
.choice { display: flex; gap: 10px; align-items: center; padding: 8px 0; cursor: pointer }
.choice + .choice { border-top: 1px solid var(--line) }
.choice .small { margin-left: auto; white-space: nowrap }
input, select, textarea, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line);
  border-radius: 6px; padding: 6px 10px; min-height: 34px }
input[type=radio] { min-height: 0; width: 16px; height: 16px; accent-color: var(--accent) }
button { cursor: pointer; font-weight: 550 }
button:hover { border-color: var(--quiet) }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
button.danger { color: var(--bad) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.actions, .tools { display: flex; gap: 8px; flex-wrap: wrap; align-items: center }
.tools { margin: 16px 0 12px; justify-content: space-between }
.tabs { display: flex; gap: 4px; flex-wrap: wrap }
.tabs a { padding: 5px 10px; border-radius: 6px; text-decoration: none; color: var(--quiet) }
.tabs a[aria-current] { background: var(--paper); color: var(--ink); font-weight: 600; box-shadow: 0 0 0 1px var(--line) }
.scroll { overflow-x: auto }
table { width: 100%; min-width: 620px; border-collapse: collapse; font-variant-numeric: tabular-nums }
th { text-align: left; font-size: 13px; font-weight: 550; color: var(--quiet) }
th, td { padding: 8px 12px; border-bottom: 1px solid var(--line); vertical-align: top }
tbody tr:last-child td { border-bottom: 0 }
td { overflow-wrap: anywhere }
.num { text-align: right; white-space: nowrap }
.name { max-width: 360px }
td input { width: 100px; text-align: right }
.status { font-size: 13px; font-weight: 600; white-space: nowrap }
.OPEN { color: var(--open) } .PARTLY_PAID { color: var(--partly) } .PAID { color: var(--paid) } .VOIDED, .DELETED { color: var(--voided) }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 12px 24px; margin: 16px 0 0 }
.facts dt { font-size: 13px; color: var(--quiet) } .facts dd { margin: 0; overflow-wrap: anywhere }
.totals { margin: 12px 12px 0 auto; width: max-content; display: grid; grid-template-columns: auto auto; gap: 2px 24px;
  font-variant-numeric: tabular-nums }
.totals dd { margin: 0; text-align: right } .totals .sum { font-weight: 650 }
.headline { display: flex; gap: 16px; justify-content: space-between; flex-wrap: wrap; align-items: flex-start }
.timeline { margin: 0; padding: 0; list-style: none }
.timeline li { padding: 6px 0 }
`
