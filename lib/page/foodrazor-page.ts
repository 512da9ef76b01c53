import type { ExportMode } from '../domain/outlet.ts'
import { clouds } from './profile/clouds.ts'
import { english } from './profile/english.ts'
import { indonesian } from './profile/indonesian.ts'
import { japanese } from './profile/japanese.ts'
import type { LanguageWords } from './profile/language.ts'
import { malay } from './profile/malay.ts'
import { simplifiedChinese } from './profile/simplified-chinese.ts'
import { thai } from './profile/thai.ts'
import { traditionalChinese } from './profile/traditional-chinese.ts'
import { vietnamese } from './profile/vietnamese.ts'
import type { PageProfile, Profile, TableColumn } from './profile.ts'
import { plainLabel } from './shown-text.ts'

const languages: readonly LanguageWords[] = [
  english,
  simplifiedChinese,
  traditionalChinese,
  malay,
  indonesian,
  thai,
  vietnamese,
  japanese,
]

/** The words of all languages as labels are compared: a page may mix them, and says of itself what it likes. */
function inAll(words: (language: LanguageWords) => readonly string[]): string[] {
  return [...new Set(languages.flatMap(words).map(plainLabel))]
}

/** What the type column says of an invoice attachment, in any of the languages. */
export const attachmentWords = inAll(({ attachment }) => attachment)

const tableWords = (column: TableColumn) => inAll(({ tables }) => tables.columns[column])
const modeWords = (mode: ExportMode) => inAll(({ tables }) => tables.modes[mode])

/** How Foodrazor's other pages may call what we read on them. */
const foodrazorTables: Profile['tables'] = {
  columns: {
    product: tableWords('product'),
    group: tableWords('group'),
    account: tableWords('account'),
    quantity: tableWords('quantity'),
    price: tableWords('price'),
    tax: tableWords('tax'),
    amount: tableWords('amount'),
    supplier: tableWords('supplier'),
  },
  exportMode: inAll(({ tables }) => tables.exportMode),
  modes: {
    manual: modeWords('manual'),
    'product-groups-required': modeWords('product-groups-required'),
    automatic: modeWords('automatic'),
  },
  linkedPlatforms: inAll(({ tables }) => tables.linkedPlatforms),
}

/** How Foodrazor's Invoices page may look, in the languages that it may speak. */
export const foodrazorPage: PageProfile = {
  columns: {
    number: inAll(({ columns }) => columns.number),
    supplier: inAll(({ columns }) => columns.supplier),
    type: inAll(({ columns }) => columns.type),
    date: inAll(({ columns }) => columns.date),
    total: inAll(({ columns }) => columns.total),
    status: inAll(({ columns }) => columns.status),
    outlet: inAll(({ columns }) => columns.outlet),
  },
  tables: foodrazorTables,
  outletFilter: {
    labels: inAll(({ columns }) => columns.outlet),
    all: inAll(({ allOutlets }) => allOutlets),
  },
  clouds: {
    ready: { ...clouds.ready, text: inAll(each => each.clouds.ready) },
    exported: { ...clouds.exported, text: inAll(each => each.clouds.exported) },
    'missing-product-group': {
      ...clouds['missing-product-group'],
      text: inAll(each => each.clouds['missing-product-group']),
    },
    failed: { ...clouds.failed, text: inAll(each => each.clouds.failed) },
    negations: {
      before: inAll(({ negations }) => negations.before),
      after: inAll(({ negations }) => negations.after),
    },
  },
}
