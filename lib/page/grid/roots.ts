/** Of more children than this, only the first are looked into: what follows them is rows like them. */
const mostChildren = 200
const first = 20

/**
 * Where a list may stand: the document, and the open shadow roots within it, however deep. Frames are documents of
 * their own, in which the companion runs by itself.
 */
export function rootsOf(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const found = [root]
  const walk = (parent: ParentNode) => {
    const most = parent.childElementCount > mostChildren ? first : mostChildren
    let child = parent.firstElementChild
    for (let count = 0; child && count < most; count += 1) {
      if (child.shadowRoot) found.push(...rootsOf(child.shadowRoot))
      walk(child)
      child = child.nextElementSibling
    }
  }
  walk(root)
  return found
}
