/** One state of one surface. */
export interface Scene {
  name: string
  /** The window that shows it. */
  width: number
  height: number
  /** Like another one in its parts: it is drawn in light and dark alone. */
  isVariant?: boolean
  /** Draws it into an empty page, and is over once it stands there. */
  draw(root: HTMLElement): Promise<void>
}
