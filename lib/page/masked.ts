/** The shape of a text and no more: `INV-0412, Café` is `XXX-0000, Xxxx`. */
export function masked(text: string): string {
  const shape = (one: string) => (/\p{N}/u.test(one) ? '0' : /\p{Lu}/u.test(one) ? 'X' : 'x')
  return text.replace(/\p{M}/gu, '').replace(/[\p{L}\p{N}]/gu, shape)
}
