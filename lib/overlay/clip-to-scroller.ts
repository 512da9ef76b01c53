const clips = /auto|scroll|hidden|clip/

/**
 * Lets the grid's scrolling box clip what stands absolutely in it, our marks among it: a box that is not
 * positioned does not, and marks of rows scrolled out of it would show beyond it. `relative` without an
 * offset moves nothing. Gives what takes it back.
 */
export function clipToScroller(grid: Element): () => void {
  for (let box: Element | null = grid; box && box !== document.body; box = box.parentElement) {
    if (!(box instanceof HTMLElement)) continue
    const { overflowX, overflowY, position } = getComputedStyle(box)
    if (position !== 'static') return () => undefined
    if (clips.test(overflowX) || clips.test(overflowY)) {
      const scroller = box
      const before = scroller.style.position
      scroller.style.position = 'relative'
      return () => {
        scroller.style.position = before
      }
    }
  }
  return () => undefined
}
