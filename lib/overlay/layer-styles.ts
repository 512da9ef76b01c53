import { tokens } from './tokens.ts'

/** Bar and tooltip, and what card and list share with them. */
export const layerStyles = `${tokens}
.panel, .bar { margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 10px; background: var(--paper); box-shadow: var(--shadow); }
.bar, [popover] { position: fixed; inset: auto; max-width: calc(100vw - 16px); }
.card, .list { overflow: auto; overscroll-behavior: contain; }
.bar, .head, .brand, .counts, .note, .row, .title, h2, header { display: flex; align-items: center; gap: 6px; }
.head, .title, h2 { font-weight: 650; }
.faint, .quiet, .close, summary { color: var(--faint); }
p, h2 { margin: 4px 0 0; overflow-wrap: anywhere; }
.clamp { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; overflow-wrap: anywhere; }
.number, .count { font-variant-numeric: tabular-nums; }

.tooltip { width: max-content; max-width: 340px; padding: 9px 12px 10px; font-size: 12.5px; }
.hint { margin-top: 6px; font-size: 11.5px; color: var(--faint); }

.said { margin-top: 10px; }
.said:empty, .action:empty, .row:has(+ .asks) { display: none; }
.said[data-bad] { color: var(--failed-ink); }
button { min-height: 28px; min-width: 28px; padding: 2px 8px; border: 0; border-radius: 7px; background: none; cursor: pointer; white-space: nowrap; }
button:hover, .count[aria-expanded="true"] { background: var(--raised); }
.action { padding: 2px 11px; border: 1px solid var(--line); font-weight: 550; }
.primary { border-color: transparent; color: var(--paper); background: var(--ready-ink); }
.primary:hover { background: var(--ready); }
button[aria-busy="true"] { opacity: .55; }
.close { padding: 5px; }

.bar { width: max-content; min-height: 36px; padding: 3px 5px 3px 9px; gap: 8px; }
.bar:not(.docked) { box-shadow: none; }
.docked { flex-wrap: wrap; row-gap: 4px; }
.brand .icon { width: 20px; height: 20px; }
.sky { stroke: oklch(0.74 0.14 235); stroke-width: 15; }
.brand .cloud { fill: var(--ready); stroke: var(--paper); stroke-width: 12; paint-order: stroke; }
.counts { gap: 0; }
.count { display: inline-flex; align-items: baseline; gap: 4px; padding: 4px 7px; line-height: 20px; }
.count .icon { align-self: center; }
.count b { font-weight: 600; }
.count .word { font-size: 12px; color: var(--faint); }
.tight .word { display: none; }
.note { min-height: 28px; font-size: 12.5px; padding-inline-end: 6px; }
.note .text { max-width: 380px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.note .said { margin: 0; }
progress { width: 90px; height: 6px; accent-color: var(--ready); }
.tight .note .text { max-width: 200px; }
.tight progress { width: 60px; }
.short .note .text { max-width: 100px; }
@media (forced-colors: active) { .count[aria-expanded="true"] { outline: 2px solid Highlight; outline-offset: -2px; } }
`
