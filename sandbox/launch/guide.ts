export interface Addresses {
  invoices: string
  xero: string
  quickbooks: string
  server: string
}

/** What the terminal says once everything runs and the browser is the user's. */
export function guide({ invoices, xero, quickbooks, server }: Addresses): string {
  return `
  Clearcloud is running.

    Invoices     ${invoices}
    Xero         ${xero}
    QuickBooks   ${quickbooks}
    Server       ${server}

  What to try
    1. Hover a cloud in the column Export Status: what it means here, and what to do.
    2. Open Clearcloud's options (right click on its button in the toolbar), sign in with Xero, connect
       QuickBooks for Orchard Noodle House, and let Clearcloud export for an outlet. The server's address
       is ${server}
    3. Back on the invoices: Export all ready. Watch the clouds turn green, and the bills in the ledgers:
       drafts in Xero; in QuickBooks, which has none, they are posted at once, as open bills.
    4. Press Enter on a yellow cloud and clear it from the side panel: seven products unlock many invoices.
    5. Edit an exported invoice while its bill is a draft; approve the bill in the ledger, and edit again.

  Ctrl-C stops it all.
`
}
