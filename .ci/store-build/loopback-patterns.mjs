/** The match patterns of an extension manifest that would let it onto this machine's own pages, or everywhere. */
export function loopbackPatterns(manifest) {
  const patterns = [
    ...(manifest.host_permissions ?? []),
    ...(manifest.optional_host_permissions ?? []),
    ...(manifest.content_scripts ?? []).flatMap(script => script.matches ?? []),
    ...(manifest.web_accessible_resources ?? []).flatMap(resource => resource.matches ?? []),
    ...(manifest.externally_connectable?.matches ?? []),
  ]
  const reaches = /^<all_urls>$|^[^:]+:\/\/(\*|localhost|127\.0\.0\.1|\[::1\])(:|\/)/
  return [...new Set(patterns.filter(pattern => reaches.test(pattern)))]
}
