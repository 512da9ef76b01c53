import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { styles } from './styles.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** A page of the ledger's own look; `trail` are the links that lead back. */
export function page(
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
      <a class="brand" href="/ledger">Sandbox ledger</a>
      ${trail.map(step => html`<span aria-hidden="true">›</span><a href="${step.href}">${step.name}</a>`)}
    </header>
    <main>${content}</main>
  </body>
</html>`
}

/** The page behind a link that leads nowhere. */
export function notFoundPage(): Html {
  return page(
    'Not found',
    html`<div class="narrow card">
      <h1>Nothing here</h1>
      <p>No organisation or bill has this address. It may have been there before the sandbox was restarted.</p>
      <p><a href="/ledger">All organisations</a></p>
    </div>`,
  )
}
