/** An address on the page's own origin, whole; null for any other, and for what is none. */
export function ownAddress(url: string): URL | null {
  const address = URL.parse(url, location.href)
  return address?.origin === location.origin ? address : null
}
