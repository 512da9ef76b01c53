import { Hono } from 'hono'

/** What a ledger's own pages lead people to: Intuit asks each app for such addresses (facts/qbo.md, OAuth). */
const pages = {
  launch: ['Clearcloud works in your browser', 'Open the extension’s options to see what is connected.'],
  reconnect: [
    'Connect your books again',
    'Open the extension, and press Reconnect. What waited goes on by itself; nothing was lost or sent twice.',
  ],
  disconnected: [
    'Your books are disconnected',
    'Bills that were made stay as they are. To export again, connect from the extension’s options.',
  ],
} as const

/** A page each, of words alone: connecting begins in the extension, which alone can prove who asked for it. */
export function appPages(): Hono {
  const app = new Hono()
  for (const [name, [title, says]] of Object.entries(pages)) {
    app.get(`/${name}`, context => {
      context.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      return context.html(page(title, says))
    })
  }
  return app
}

function page(title: string, says: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} – Clearcloud</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; font: 1rem/1.5 system-ui, sans-serif; }
</style>
<h1>${title}</h1>
<p>${says}</p>
</html>
`
}
