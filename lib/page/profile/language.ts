import type { ExportMode } from '../../domain/outlet.ts'
import type { Column, KnownCloud, TableColumn } from '../profile.ts'

/** What one language calls the things of the page. Case, punctuation and width do not matter. */
export interface LanguageWords {
  columns: Record<Column, string[]>
  /** What the outlet filter says when it shows all outlets; its labels are those of the outlet column. */
  allOutlets: string[]
  /** What the type column says of an invoice attachment. */
  attachment: string[]
  clouds: Record<KnownCloud, string[]>
  /** The pages of an invoice, of the products and of an outlet's integration. */
  tables: {
    columns: Record<TableColumn, string[]>
    exportMode: string[]
    modes: Record<ExportMode, string[]>
    linkedPlatforms: string[]
  }
  /** Words that undo what stands after or before them. */
  negations: { before: string[]; after: string[] }
}
