import { tokens } from './tokens.ts'

/** A mark: a 24 px target that holds the shape, and the short word where the cell has room for it. */
export const markStyles = `${tokens}
button {
  display: inline-flex; align-items: center; gap: 3px; height: 24px; min-width: 24px; margin: 0; padding: 0 3px;
  border: 0; border-radius: 6px; background: var(--paper); cursor: pointer; white-space: nowrap;
}
button:hover, button[aria-expanded="true"] { background: var(--raised); box-shadow: 0 0 0 1px var(--line); }
.word { font-size: 11px; font-weight: 600; line-height: 1; }
:host([data-room="none"]) .word { display: none; }
`

/**
 * In the page. A cell that is positioned by nothing else holds our mark, so that it scrolls and is clipped with
 * its row; that moves nothing. Where Clearcloud exports, the page's own cloud gives way to our mark, which lies
 * over it: it is only made invisible, and keeps its place, its clicks and its focus.
 */
export const pageStyles = `
[data-clearcloud-cell] { position: relative !important; }
[data-clearcloud-covered] { opacity: 0 !important; }
`
