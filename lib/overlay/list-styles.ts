/** What only the list behind a count needs; it comes with its script. */
export const listStyles = `
.list { width: 420px; max-height: min(400px, 60vh); padding: 6px; }
.title { justify-content: space-between; padding: 0 2px 2px 8px; }
.list p { padding: 4px 8px 6px; margin: 0; }
.foot { display: flex; align-items: center; justify-content: space-between; gap: 8px; position: sticky; bottom: -6px; margin: 4px -6px -6px; padding: 6px; border-top: 1px solid var(--line); background: var(--paper); }
.foot button { flex: none; }
ul { margin: 0; padding: 0; list-style: none; }
.entry { display: grid; grid-template-columns: 118px minmax(0, 1fr) auto; gap: 10px; width: 100%; text-align: start; }
.entry > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
`
