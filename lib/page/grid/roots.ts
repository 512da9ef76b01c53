/**
 * Where a list may stand: the document, and the open shadow roots within it, however deep. Frames are documents of
 * their own, in which the companion runs by itself.
 */
export function rootsOf(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const found = [root]
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) found.push(...rootsOf(shadowRoot))
  return found
}
