import { tokens } from './tokens.ts'

/** The overlay's own pieces: bar, list, tooltip, card. */
export const layerStyles = `${tokens}
.panel {
  margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 10px; color: var(--ink);
  background: var(--paper); box-shadow: var(--shadow);
}
[popover] { position: fixed; inset: auto; overflow: visible; }
.head { display: flex; align-items: center; gap: 6px; font-weight: 650; }
.faint { color: var(--faint); }
p { margin: 4px 0 0; overflow-wrap: anywhere; }
.clamp { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; overflow-wrap: anywhere; }

.tooltip { width: max-content; max-width: 340px; padding: 9px 12px 10px; font-size: 12.5px; }
.tooltip .hint { margin-top: 6px; font-size: 11.5px; color: var(--faint); }

.card { width: 380px; max-width: calc(100vw - 16px); max-height: min(560px, calc(100vh - 16px)); overflow: auto; overscroll-behavior: contain; }
.card header { display: flex; align-items: flex-start; gap: 8px; padding: 12px 8px 0 16px; }
.card header > div { flex: 1; min-width: 0; }
.card h2 { display: flex; align-items: center; gap: 6px; margin: 0; font-size: 14px; font-weight: 650; }
.card h2:focus { outline: none; }
.card .body { padding: 4px 16px 14px; }
.card .headline { margin-top: 8px; font-weight: 550; }
.card form { margin: 12px 0 0; }
.card label { display: grid; gap: 3px; margin-top: 8px; font-size: 12px; }
.fields { max-height: 236px; overflow: auto; margin: 0 -4px; padding: 0 4px 2px; }
select, input[type="text"] {
  width: 100%; height: 30px; padding: 0 8px; border: 1px solid var(--line); border-radius: 6px; background: var(--paper);
}
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; margin-top: 12px; }
.row input { flex: 1; }
details { margin-top: 12px; font-size: 12px; }
summary { cursor: pointer; color: var(--faint); }
pre { margin: 6px 0; padding: 8px; max-height: 140px; overflow: auto; border-radius: 6px; font: 11.5px/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--raised); }
.said { margin-top: 10px; }
.said:empty { display: none; }
.said[data-bad] { color: var(--failed-ink); }

.action {
  min-height: 28px; padding: 3px 11px; border: 1px solid var(--line); border-radius: 7px; font-weight: 550;
  background: var(--paper); cursor: pointer; white-space: nowrap;
}
.action:hover { background: var(--raised); }
.action.primary { border-color: transparent; color: var(--paper); background: var(--ready-ink); }
.action.primary:hover { background: var(--ready); }
.action[disabled], .action[aria-busy="true"] { opacity: .55; cursor: default; }
.quiet { min-height: 26px; padding: 2px 8px; border: 0; border-radius: 6px; color: var(--faint); background: none; cursor: pointer; }
.quiet:hover { color: var(--ink); background: var(--raised); }
.close { display: grid; place-items: center; width: 28px; height: 28px; padding: 0; border: 0; border-radius: 6px; color: var(--faint); background: none; cursor: pointer; }
.close:hover { color: var(--ink); background: var(--raised); }

.bar {
  position: fixed; display: flex; align-items: center; gap: 4px; min-height: 36px; width: max-content;
  max-width: calc(100vw - 16px); padding: 3px 5px 3px 9px; border: 1px solid var(--line); border-radius: 10px;
  background: var(--paper); box-shadow: 0 1px 2px oklch(0.2 0.02 255 / .06);
}
.bar.docked { box-shadow: var(--shadow); }
.brand { display: flex; align-items: center; margin-right: 3px; }
.brand .icon { width: 20px; height: 20px; }
.sky { stroke: oklch(0.74 0.14 235); stroke-width: 15; }
.brand .cloud { fill: var(--ready); stroke: var(--paper); stroke-width: 12; paint-order: stroke; }
.counts, .actions { display: flex; align-items: center; gap: 2px; }
.actions { gap: 6px; margin-left: 6px; }
.count {
  display: inline-flex; align-items: center; gap: 4px; height: 28px; min-width: 28px; padding: 0 7px; border: 0; border-radius: 7px;
  font-variant-numeric: tabular-nums; background: none; cursor: pointer;
}
.count:hover, .count[aria-expanded="true"] { background: var(--raised); box-shadow: inset 0 0 0 1px var(--line); }
.count b { font-weight: 600; }
.count .word { font-size: 12px; color: var(--faint); }
.bar.tight .count .word { display: none; }
.note { display: flex; align-items: center; gap: 8px; margin-left: 6px; font-size: 12.5px; }
.note .text { max-width: 380px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bar.docked .note .text { white-space: normal; }
progress { width: 120px; height: 6px; accent-color: var(--ready); }
.number { font-variant-numeric: tabular-nums; }

.list { width: 420px; max-width: calc(100vw - 16px); max-height: min(400px, 60vh); overflow: auto; overscroll-behavior: contain; padding: 6px; }
.list .title { display: flex; align-items: center; justify-content: space-between; padding: 2px 2px 4px 8px; font-weight: 650; }
.list ul { margin: 0; padding: 0; list-style: none; }
.list .entry {
  display: grid; grid-template-columns: 118px minmax(0, 1fr) auto; gap: 10px; width: 100%; min-height: 28px; padding: 4px 8px; border: 0;
  border-radius: 6px; text-align: start; background: none; cursor: pointer;
}
.list .entry:hover { background: var(--raised); }
.list .entry > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.list p { padding: 4px 8px 6px; }
@media (forced-colors: active) {
  .action.primary { border: 2px solid ButtonText; color: ButtonText; background: ButtonFace; }
  .count[aria-expanded="true"] { outline: 2px solid Highlight; }
}
`
