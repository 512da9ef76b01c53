export interface Addresses {
  invoices: string
  ledger: string
  server: string
}

/** What the terminal says once everything runs and the browser is the user's. */
export function guide({ invoices, ledger, server }: Addresses): string {
  return `
  Clearcloud is running.

    Invoices   ${invoices}
    Ledger     ${ledger}
    Server     ${server}

  What to try
    1. Hover a cloud in the column Export Status: what it means here, and what to do.
    2. Open Clearcloud's options (right click on its button in the toolbar), sign in, and let Clearcloud
       export for an outlet. The server's address is ${server}
    3. Back on the invoices: Export all ready. Watch the clouds turn green, and the bills in the ledger.
    4. Press Enter on a yellow cloud and clear it from the side panel: seven products unlock many invoices.
    5. Edit an exported invoice while its bill is a draft; approve the bill in the ledger, and edit again.

  Ctrl-C stops it all.
`
}
