/**
 * What all pieces of the overlay share: the palette of components/tokens.css, type and icons. `*-ink` are the
 * tones dark (or light) enough to be text. The host takes nothing over from the page (`all: initial`), so that
 * the type is set on what stands in its root.
 */
export const tokens = `
:host {
  --paper: light-dark(oklch(1 0 0), oklch(0.24 0.012 255));
  --raised: light-dark(oklch(0.975 0.004 255), oklch(0.29 0.014 255));
  --line: light-dark(oklch(0.9 0.008 255), oklch(0.38 0.016 255));
  --ink: light-dark(oklch(0.27 0.02 255), oklch(0.94 0.006 255));
  --faint: light-dark(oklch(0.5 0.02 255), oklch(0.74 0.014 255));
  --ready: light-dark(oklch(0.55 0.17 255), oklch(0.74 0.13 255));
  --exported: light-dark(oklch(0.55 0.14 150), oklch(0.76 0.15 150));
  --missing: light-dark(oklch(0.62 0.14 75), oklch(0.8 0.14 80));
  --failed: light-dark(oklch(0.55 0.19 27), oklch(0.72 0.16 25));
  --neutral: light-dark(oklch(0.55 0.02 255), oklch(0.72 0.015 255));
  --ready-ink: light-dark(oklch(0.47 0.16 255), oklch(0.82 0.1 255));
  --exported-ink: light-dark(oklch(0.44 0.11 150), oklch(0.84 0.13 150));
  --missing-ink: light-dark(oklch(0.46 0.1 72), oklch(0.86 0.12 82));
  --failed-ink: light-dark(oklch(0.48 0.17 27), oklch(0.8 0.12 25));
  --neutral-ink: light-dark(oklch(0.46 0.02 255), oklch(0.8 0.012 255));
  --shadow: 0 1px 2px oklch(0.2 0.02 255 / .12), 0 8px 28px oklch(0.2 0.02 255 / .2);
}
/* On the pieces: the host element itself is reset by an important style, which would win. */
:host > * { color: var(--ink); font: 13px/1.4 system-ui, sans-serif; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.icon { display: block; width: 18px; height: 18px; flex: none; fill: none; stroke-linecap: round; stroke-linejoin: round; }
.icon .cloud { fill: currentColor; }
.icon .glyph { stroke: var(--paper); }
.icon .stroke { stroke: currentColor; }
.icon .dot { fill: currentColor; }
.icon.outline .cloud, .icon.dashed .cloud { fill: none; stroke: currentColor; stroke-width: 1.7; }
.icon.outline .glyph { stroke: currentColor; }
.icon.dashed .cloud { stroke-dasharray: 2.6 2.6; }
.ready { --tone: var(--ready); --text: var(--ready-ink); }
.exported { --tone: var(--exported); --text: var(--exported-ink); }
.missing { --tone: var(--missing); --text: var(--missing-ink); }
.failed { --tone: var(--failed); --text: var(--failed-ink); }
.neutral { --tone: var(--neutral); --text: var(--neutral-ink); }
.icon { color: var(--tone, inherit); }
.text { color: var(--text, inherit); }
.dot { animation: breathe 1.2s ease-in-out infinite; }
@keyframes breathe { 0%, 60%, 100% { opacity: .35; } 30% { opacity: 1; } }
@media (prefers-reduced-motion: reduce) { .dot { animation: none; } }
/* Where colours are the person's own, the page's light or dark no longer tells which tones are seen on them. */
@media (forced-colors: active) { :host > * { color-scheme: light dark; } .icon .glyph { stroke: Canvas; } }
button { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--ready); outline-offset: 1px; }
`
