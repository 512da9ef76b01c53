/** What one visit to a page costs. */
export interface Figures {
  /** Time of all scripts until what is drawn at first stands there, ms of the thread: the middle one of some loads. */
  script: number
  /** Tasks over 50 ms of the thread's own time in which such a script ran. */
  longTasks: number
  /** Frames over 50 ms while the list is scrolled from end to end. */
  longFrames: number
  /** From a click to the frame that shows its effect, ms, the middle one of many. */
  interaction: number
  /** Live heap, kB. */
  heap: number
  /** Live heap after as many renderings once more, and after as many navigations once more, than before, kB. */
  afterRenders: number
  afterNavigations: number
  /** Layout shift, as the browser sums it up. */
  shift: number
  /** Tasks with scripts of extensions while nothing happens. */
  idleTasks: number
}
