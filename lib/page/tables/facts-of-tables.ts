import { contentHash } from '../../domain/content-hash.ts'
import { AccountCode, BillId, type GroupId } from '../../domain/ids.ts'
import { freshDetail, type Invoice, type InvoiceDetail } from '../../domain/invoice.ts'
import type { Outlet } from '../../domain/outlet.ts'
import { readAmount } from '../amount.ts'
import { columnNamed } from '../grid/header.ts'
import type { PageFacts } from '../page-facts.ts'
import { plainText } from '../plain-text.ts'
import type { Profile, TableColumn } from '../profile.ts'
import type { PageTables } from './page-tables.ts'

/** What the names on such a page may mean. */
export interface KnownToTables {
  outlets: readonly Pick<Outlet, 'id' | 'name'>[]
  products: readonly { id: PageFacts['products'][number]['id']; name: string; supplier: string | null }[]
  groups: readonly { id: GroupId; name: string }[]
  /** Those whose number is a heading of the page. */
  invoices: readonly Invoice[]
}

type Row = Partial<Record<TableColumn, string>>
type Told = Pick<PageFacts, 'products' | 'accounts' | 'outlets' | 'invoices' | 'details'>

/**
 * What tables and fields of a page tell of things that are known already, by their names: a name that is not known, or
 * that two things share, tells nothing. Ids come from the page's own data alone.
 */
export function factsOfTables(
  page: PageTables,
  known: KnownToTables,
  words: Profile['tables'],
  language?: string,
): Told {
  const heads = new Set(page.headings.map(plainText))
  const outlet = only(known.outlets.filter(({ name }) => heads.has(plainText(name))))
  const invoice = only(known.invoices.filter(({ number }) => heads.has(plainText(number))))
  const rows = (kind: PageTables['tables'][number]['kind']) =>
    page.tables.filter(table => table.kind === kind).flatMap(table => table.rows)
  const grouped = [...rows('lines'), ...rows('products')]
  const mode = outlet && page.exportMode ? columnNamed(page.exportMode, words.modes) : undefined
  return {
    products: grouped.flatMap(row => productOf(row, known, invoice?.supplier.name)),
    accounts: outlet ? rows('accounts').flatMap(row => accountOf(row, outlet.id, known)) : [],
    outlets: outlet && mode ? [{ id: outlet.id, name: outlet.name, currency: null, mode }] : [],
    invoices: invoice ? staleOf(invoice, rows('lines'), language) : [],
    details: invoice ? linkedOf(invoice, page.bills) : [],
  }
}

function productOf(row: Row, known: KnownToTables, supplierOfPage: string | undefined): Told['products'] {
  const group = row.group === undefined ? undefined : groupNamed(row.group, known)
  if (group === undefined || !row.product) return []
  const supplier = row.supplier || supplierOfPage
  const named = known.products.filter(({ name }) => plainText(name) === plainText(row.product ?? ''))
  const product = only(
    named.length > 1 && supplier
      ? named.filter(each => each.supplier !== null && plainText(each.supplier) === plainText(supplier))
      : named,
  )
  return product ? [{ id: product.id, name: product.name, supplier: product.supplier, group }] : []
}

function accountOf(row: Row, outletId: Outlet['id'], known: KnownToTables): Told['accounts'] {
  const group = row.group === undefined ? undefined : groupNamed(row.group, known)
  if (!group || row.account === undefined) return []
  if (isNothing(row.account)) return [{ outletId, groupId: group.id, account: null }]
  // `310 Food purchases`: an account is told by the code before its name.
  const code = AccountCode.safeParse(/^[\p{L}\p{N}.-]*\d[\p{L}\p{N}.-]*(?=\s|$)/u.exec(row.account)?.[0])
  return code.success ? [{ outletId, groupId: group.id, account: code.data }] : []
}

/** Null: it says that there is none; undefined: it says something that we do not know. */
function groupNamed(
  text: string,
  { groups }: KnownToTables,
): { id: GroupId; name: string } | null | undefined {
  if (isNothing(text)) return null
  const ids = new Map(
    groups.filter(({ name }) => plainText(name) === plainText(text)).map(group => [group.id, group]),
  )
  const group = only([...ids.values()])
  return group && { id: group.id, name: group.name }
}

/** The page shows other lines than its data had: they are read anew. Lines that cannot be read tell nothing. */
function staleOf(invoice: Invoice, rows: readonly Row[], language: string | undefined): Told['invoices'] {
  const detail = freshDetail(invoice)
  if (!detail || rows.length === 0) return []
  const shown = rows.map(({ amount = '' }) => readAmount(amount, language).amount)
  if (
    shown.includes(null) ||
    sorted(shown.map(Number)) === sorted(detail.lines.map(each => Number(each.amount)))
  )
    return []
  const { detail: _, detailRevision: __, seenAt: ___, ...told } = invoice
  return [{ ...told, revision: `shown:${contentHash(shown).slice(0, 32)}` }]
}

/** The bill of Foodrazor's own integration, where its data did not tell it: by the id in the address of its link. */
function linkedOf(invoice: Invoice, bills: readonly string[]): Told['details'] {
  const detail = freshDetail(invoice)
  const [url] = bills.filter(each => idIn(each) !== undefined)
  const billId = BillId.safeParse(url && idIn(url))
  if (!detail || detail.linkedBill !== null || !url || !billId.success) return []
  const linked: InvoiceDetail = { ...detail, linkedBill: { billId: billId.data, url } }
  return [{ invoiceId: invoice.id, revision: invoice.revision, detail: linked }]
}

/** Xero names its bills by a GUID, QuickBooks by the number of the transaction. */
function idIn(url: string): string | undefined {
  const [guid] = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i.exec(url) ?? []
  return guid ?? /[?&]txnId=(\d+)/i.exec(url)?.[1]
}

function isNothing(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text)
}

function sorted(amounts: readonly number[]): string {
  return [...amounts].sort((a, b) => a - b).join()
}

function only<T>(things: readonly T[]): T | undefined {
  return things.length === 1 ? things[0] : undefined
}
