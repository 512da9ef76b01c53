/** A text with the decimal digits of every script (`๑`, `１`, `٣`) as 0–9, and its full-width forms as plain ones. */
export function withPlainDigits(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, digit)
}

/** The ten digits of each script stand in a row. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 128) return character
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}
