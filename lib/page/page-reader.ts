import type { GroupId, OutletId, ProductId } from '../domain/ids.ts'
import type { Invoice } from '../domain/invoice.ts'
import type { Notices, PageSeen } from '../messages.ts'
import { foodrazorProfile } from './foodrazor-profile.ts'
import { isMadeOfRow } from './invoice-of-row.ts'
import type { PageFacts } from './page-facts.ts'
import { Profile } from './profile.ts'
import { type KnownToReader, readPage } from './read-page.ts'

type PageRequest = Notices['page-requests']['requests'][number]

export interface PageReaderOptions {
  profile?: Profile
  /** Where the page itself was seen to read an invoice's detail (`/…/{id}`), if that was learned before. */
  detailUrl?: string | null
  /** Told when such an address is learned, so that it can be kept. */
  onLearned?: (detailUrl: string) => void
}

/**
 * The page by its profile: what a sighting says, and the page's own requests that the profile names.
 * @throws z.ZodError if the profile is none
 */
export function createPageReader(options: PageReaderOptions = {}) {
  const profile = Profile.parse(options.profile ?? foodrazorProfile)
  const { invoiceDetail, outletIntegration, setProductGroup, createProductGroup } = profile.requests
  let detailTemplate = options.detailUrl ?? invoiceDetail.url

  return {
    /** What the page told; the address of its own detail requests is learned by the way. */
    read(seen: PageSeen, known: KnownToReader): PageFacts {
      const { facts, details } = readPage(seen, known, profile)
      for (const { url, invoiceId } of details) {
        const learned = templateOf(url, invoiceId, seen.origin)
        if (learned === null || learned === detailTemplate) continue
        detailTemplate = learned
        options.onLearned?.(learned)
      }
      return facts
    },
    /** Where the invoice's lines can be read; null where the page has not told its own id of it. */
    detailUrl(invoice: Invoice): string | null {
      return isMadeOfRow(invoice.id) ? null : filled(detailTemplate, invoice.id)
    },
    /** Where an outlet's own mapping of groups to accounts can be read. */
    integrationUrl(outletId: OutletId): string {
      return filled(outletIntegration.url, outletId)
    },
    setProductGroup(productId: ProductId, groupId: GroupId | null): PageRequest | null {
      return requestOf(setProductGroup, productId, { groupId })
    },
    createProductGroup(name: string): PageRequest | null {
      return requestOf(createProductGroup, '', { name })
    },
  }
}

function filled(template: string, id: string): string {
  return template.replace('{id}', encodeURIComponent(id))
}

/** `https://host/api/invoices/inv-7` of invoice `inv-7` → `/api/invoices/{id}`; null where the id is not a segment of it. */
function templateOf(url: string, invoiceId: string, origin: string): string | null {
  if (!URL.canParse(url, origin)) return null
  const { origin: own, pathname } = new URL(url, origin)
  if (own !== origin) return null
  const segments = pathname.split('/')
  const at = segments.lastIndexOf(encodeURIComponent(invoiceId))
  return at < 0 ? null : segments.with(at, '{id}').join('/')
}

function requestOf(
  { method, url, body }: Profile['requests']['setProductGroup' | 'createProductGroup'],
  id: string,
  values: { groupId?: GroupId | null; name?: string },
): PageRequest {
  const filledBody = Object.fromEntries(
    Object.entries(body).map(([field, value]) => [field, values[value] ?? null]),
  )
  return { method, url: filled(url, id), body: filledBody }
}
