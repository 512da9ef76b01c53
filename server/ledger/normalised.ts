/** A supplier's name as it is compared: without case, width and doubled blanks. */
export function normalised(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
