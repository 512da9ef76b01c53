import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { styles } from './styles.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/**
 * A page of the ledger's own look. `base` is the path that the sandbox's addresses begin with; `trail` are the
 * links that lead back.
 */
export function page(
  base: string,
  title: string,
  content: Html,
  trail: readonly { href: string; name: string }[] = [],
): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title}</title>
    <style>${raw(styles)}</style>
  </head>
  <body>
    <header class="top">
      <a class="brand" href="${base}/ledger">Sandbox QuickBooks</a>
      ${trail.map(step => html`<span aria-hidden="true">›</span><a href="${step.href}">${step.name}</a>`)}
    </header>
    <main>${content}</main>
  </body>
</html>`
}

/** The page behind a link that leads nowhere. */
export function notFoundPage(base: string): Html {
  return page(
    base,
    'Not found',
    html`<div class="narrow card">
      <h1>Nothing here</h1>
      <p>No company or bill has this address. It may have been there before the sandbox was restarted.</p>
      <p><a href="${base}/ledger">All companies</a></p>
    </div>`,
  )
}
