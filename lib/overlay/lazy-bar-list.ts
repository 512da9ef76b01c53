import type { Status } from '#lib/domain/assessment.ts'
import type { AssessedInvoice } from '#lib/messages.ts'
import type { BarList, BarListActions } from './bar-list.ts'

export interface LazyBarListOptions extends BarListActions {
  /** Brings the list's script. */
  load(act: BarListActions): Promise<BarList>
  /** What a count stands for, or the first of it. */
  invoicesOf(status: Status): Promise<readonly AssessedInvoice[]>
}

/** The list behind a count, whose script and invoices come with the press. */
export interface LazyBarList {
  /** What is listed, or will be as soon as it is there. */
  readonly status: Status | null
  /** `under`: the box to open at. */
  show(status: Status, count: number, under: DOMRect): void
  hide(): void
}

export function createLazyBarList(options: LazyBarListOptions): LazyBarList {
  let list: BarList | undefined
  let loading: Promise<BarList> | undefined
  let wanted: Status | null = null

  async function bring(status: Status, count: number, under: DOMRect): Promise<void> {
    loading ??= options.load(options)
    const [loaded, invoices] = await Promise.all([loading, options.invoicesOf(status)])
    list = loaded
    if (wanted !== status) return
    wanted = null
    list.show(status, invoices, count, under)
  }
  function hide(): void {
    if (wanted !== null) options.closed()
    wanted = null
    list?.hide()
  }
  return {
    get status() {
      return wanted ?? list?.status ?? null
    },
    show(status, count, under) {
      wanted = status
      // Whoever loads or asks says what went wrong; the next press tries again.
      bring(status, count, under).catch(() => {
        loading = undefined
        hide()
      })
    },
    hide,
  }
}
