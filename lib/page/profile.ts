import { z } from 'zod'
import { ExportMode } from '../domain/outlet.ts'
import { plainLabel } from './shown-text.ts'

const words = z.array(z.string().min(1).max(200)).max(200)
/** Compared with what a page shows as `plainLabel` makes it. */
const labels = z.array(z.string().min(1).max(200).transform(plainLabel)).max(200)

/** The columns of the grid that mean something to us. */
export const Column = z.enum(['number', 'supplier', 'type', 'date', 'total', 'status', 'outlet'])
export type Column = z.infer<typeof Column>

/** The columns of the other tables of Foodrazor that mean something to us: lines, products, accounts. */
export const TableColumn = z.enum([
  'product',
  'group',
  'account',
  'quantity',
  'price',
  'tax',
  'amount',
  'supplier',
])
export type TableColumn = z.infer<typeof TableColumn>

/** A patch of OKLCH: hue in degrees (over 0 where the first is the greater), lightness 0–1, least chroma. */
export const Band = z.object({
  hue: z.tuple([z.number().min(0).max(360), z.number().min(0).max(360)]),
  lightness: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]),
  chroma: z.number().min(0).max(0.5),
})
export type Band = z.infer<typeof Band>

/** What speaks for one status of the page's cloud. */
export const CloudEvidence = z.object({
  /** What its label, title or text says, in any of the languages. */
  text: labels,
  /** Characters that are drawn for it, such as 🟢. */
  signs: words,
  /** Parts of class names, icon-font ligatures and file names that name the status or its colour. */
  tokens: words,
  /** The like that name a shape alone: it weighs less than the colour in which it is drawn. */
  shapes: words,
  /** Where its colour may lie; what lies in none of any status's is no status's colour. */
  colours: z.array(Band).max(20),
})
export type CloudEvidence = z.infer<typeof CloudEvidence>

export const KnownCloud = z.enum(['ready', 'exported', 'missing-product-group', 'failed'])
export type KnownCloud = z.infer<typeof KnownCloud>

/** The fields of the page's own JSON, each by the names it may bear (compared without case, `_` and `-`). */
export const FeedField = z.enum([
  'id',
  'name',
  'number',
  'supplier',
  'taxNumber',
  'outlet',
  'type',
  'orderStatus',
  'exportStatus',
  'date',
  'dueDate',
  'total',
  'currency',
  'revision',
  'documentType',
  'amountsIncludeTax',
  'lines',
  'product',
  'productGroup',
  'description',
  'quantity',
  'unitPrice',
  'amount',
  'taxRate',
  'charges',
  'kind',
  'taxes',
  'rate',
  'taxable',
  'tax',
  'subtotal',
  'taxTotal',
  'exportError',
  'linkedBills',
  'billId',
  'url',
  'files',
  'fileName',
  'fileSize',
  'exportMode',
  'integration',
  'accountMapping',
  'account',
])
export type FeedField = z.infer<typeof FeedField>

const request = <const M extends string>(method: M) =>
  z.object({
    method: z.literal(method),
    /** A path on the page's own origin; `{id}` stands for the thing's id. */
    url: z.string().regex(/^\/(?!\/)/, 'a path of the same origin'),
    /** The body's field names; the values are filled in by name. */
    body: z.record(z.string(), z.enum(['groupId', 'name'])),
  })

/** What can be switched off from afar when a page has changed under us: docs/profiles.md says what each stops. */
export const Feature = z.enum(['marks', 'bar', 'feed', 'detail-requests', 'fixes-on-page'])
export type Feature = z.infer<typeof Feature>

/** Versions of the extension: `*`, `0.3.1`, or bounds that all hold, such as `>=0.2.0 <0.4.0`. */
const versions = z
  .string()
  .max(100)
  .regex(
    /^(?:\*|(?:[<>]=?)?\d+(?:\.\d+){0,3}(?: [<>]=?\d+(?:\.\d+){0,3})*)$/,
    'a version, bounds of versions or *',
  )

/**
 * All that is known or assumed of the page we do not own, as data: replaced without a release, parsed before
 * use. The content script is sent its columns and clouds, the worker reads the rest.
 */
export const Profile = z.object({
  name: z.string().min(1).max(100),
  /** Grows with every change: of two profiles the one with the higher version counts. */
  version: z.int().min(1),
  /** The hosts that it is for; `*.example.com` is example.com and all under it. */
  match: z
    .array(z.string().regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'a host, or *. and a host'))
    .min(1)
    .max(50),
  /** What is switched off, and in which versions of the extension. */
  disabled: z.array(z.object({ feature: Feature, versions: z.array(versions).min(1).max(50) })).max(50),
  columns: z.record(Column, labels),
  /** Labels of the filter that narrows the list to one outlet, and what it says when it does not. */
  outletFilter: z.object({ labels, all: labels }),
  /** What the type column says of an invoice attachment; all else is an order. */
  attachment: words,
  /** The pages of an invoice, of the products and of an outlet's integration. */
  tables: z.object({
    columns: z.record(TableColumn, labels),
    /** What the field of the export mode is called, and what it says for each. */
    exportMode: labels,
    modes: z.record(ExportMode, labels),
    /** The heading over the bills to which an invoice has gone. */
    linkedPlatforms: labels,
  }),
  clouds: z.object({
    ready: CloudEvidence,
    exported: CloudEvidence,
    'missing-product-group': CloudEvidence,
    failed: CloudEvidence,
    /** Words that undo what stands after or before them: “not exported”, “未导出”, “エクスポートされていません”. */
    negations: z.object({ before: labels, after: labels }),
  }),
  feed: z.object({
    fields: z.record(FeedField, words),
    /** Names of containers whose members are outlets or product groups. */
    containers: z.object({ outlets: words, groups: words }),
    /** Values, compared like names. */
    exportStatus: z.record(KnownCloud, words),
    completed: words,
    attachment: words,
    creditNote: words,
    modes: z.record(ExportMode, words),
    charges: z.record(z.enum(['allowance', 'delivery', 'deposit', 'rounding']), words),
  }),
  /** The page's own requests that may be repeated or, on a person's click, made. */
  requests: z.object({
    invoiceDetail: request('GET'),
    /** An outlet's export mode and its mapping of groups to accounts. */
    outletIntegration: request('GET'),
    setProductGroup: request('PATCH'),
    createProductGroup: request('POST'),
  }),
})
export type Profile = z.infer<typeof Profile>

/** The part of the profile that the content script is sent. */
export type PageProfile = Pick<Profile, 'columns' | 'outletFilter' | 'clouds' | 'tables'>
