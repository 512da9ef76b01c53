import type { BarList, BarListActions } from './bar-list.ts'

/** The list behind a count, whose script comes with the first press: until then only what was asked for is kept. */
export function createLazyBarList(
  load: (act: BarListActions) => Promise<BarList>,
  act: BarListActions,
): BarList {
  let list: BarList | undefined
  let loading: Promise<BarList> | undefined
  let wanted: Parameters<BarList['show']> | undefined

  async function bring(): Promise<void> {
    loading ??= load(act)
    list = await loading
    if (wanted) list.show(...wanted)
    wanted = undefined
  }
  return {
    get status() {
      return wanted?.[0] ?? list?.status ?? null
    },
    show(...asked) {
      wanted = asked
      // Whoever loads says what went wrong; the next press tries again.
      bring().catch(() => {
        loading = undefined
        this.hide()
      })
    },
    hide() {
      if (wanted) act.closed()
      wanted = undefined
      list?.hide()
    },
  }
}
