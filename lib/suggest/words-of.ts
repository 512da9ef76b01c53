/** Words that tell packs, not foods. */
const packs = new Set(
  'kg g gr gram l ml lt ltr litre liter oz lb pc pcs piece pack packet bag box case carton ctn tin can bottle btl jar tub tray dozen doz unit each ea of with and the in or for a per x raw fresh'.split(
    ' ',
  ),
)

/**
 * The telling words of a product's name: without case, accents, numbers and pack sizes, plurals as singulars;
 * each once. Scripts without spaces yield pairs of characters, which overlap as words do.
 */
export function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().slice(0, 500)
  const words = plain.split(/[^\p{L}]+/u).flatMap(word => {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word))
      return pairs(word)
    return word.length < 2 || packs.has(word) ? [] : [singular(word)]
  })
  return [...new Set(words)]
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 4 && /(ch|sh|ss|x|o)es$/.test(word)) return word.slice(0, -2)
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

function pairs(word: string): string[] {
  const letters = [...word]
  return letters.length < 2 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}
