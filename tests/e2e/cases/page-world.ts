import type { HostWitness } from '#sandbox/tour/host.ts'
import type { Screen } from '#sandbox/tour/screen.ts'

/** What the cases on the page need of a world, in whichever browser. */
export interface PageWorld {
  readonly stack: { readonly sandbox: { readonly origin: string } }
  /** The Invoices page, open all the while. */
  readonly invoices: Screen
  readonly host: HostWitness
  /** A page in a tab of its own. */
  open(url: string): Promise<Screen>
}
