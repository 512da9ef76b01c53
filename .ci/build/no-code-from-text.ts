interface Replacement {
  /** The library's file, by the end of its path. */
  file: RegExp
  from: RegExp
  to: string
}

const replacements: readonly Replacement[] = [
  // zod makes parsers from text where it may, and does without where that throws.
  {
    file: /\/zod\/v4\/core\/(?:doc|util)\.js$/,
    from: /const F = Function;/g,
    to: 'throw new EvalError("No code is made from text");',
  },
  // React takes markup for `dangerouslySetInnerHTML` and for scripts, of which we use neither.
  { file: /\/react-dom-client\.production\.js$/, from: /\.innerHTML = /g, to: '.textContent = ' },
]

/**
 * Takes out of the libraries in a build what would make code or markup from text. An extension's pages may not do
 * it (https://developer.chrome.com/docs/extensions/reference/manifest/content-security-policy), each try is
 * reported as a violation, and the shops' checks ask about every place.
 * @throws in the build, where a library's new version has nothing to replace any more
 */
export function noCodeFromText() {
  return {
    name: 'no-code-from-text',
    apply: 'build' as const,
    transform(code: string, id: string): string | null {
      const path = id.replaceAll('\\', '/').split('?')[0] ?? id
      const found = replacements.find(({ file }) => file.test(path))
      if (!found) return null
      const changed = code.replace(found.from, found.to)
      if (changed === code) throw new Error(`${path} makes no code from text any more: see .ci/build`)
      return changed
    },
  }
}
