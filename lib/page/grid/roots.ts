/** What lists are full of and what cannot have a shadow root. */
const never = 'td, th, tr, a, b, i, button, svg, path, li, img'

/**
 * Where a list may stand: the document, and the open shadow roots within it, however deep. Frames are documents of
 * their own, in which the companion runs by itself.
 */
export function rootsOf(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const found = [root]
  for (const { shadowRoot } of root.querySelectorAll(`:not(${never})`))
    if (shadowRoot) found.push(...rootsOf(shadowRoot))
  return found
}
