/** A company's name taken apart, so that two ways to write it compare. */
export interface SupplierName {
  /** Without case, accents, width, punctuation and doubled blanks. */
  plain: string
  /** `plain` without what tells only the kind of company: `green valley produce`. */
  core: string
  /** What was taken off, in one spelling each: `pte ltd`; empty where the name bears none. */
  form: string
}

/** Forms of companies where Foodrazor's customers buy, each word by itself; one spelling for all of a word's. */
const forms = new Map<string, string>(
  'ltd limited=ltd pte private=pte pty proprietary=pty llc llp lp plc inc incorporated=inc corp corporation=corp co company=co sdn sendirian=sdn bhd berhad=bhd gmbh mbh ag kg ohg ug ek bv nv vof cv pt tbk sa sas sarl srl spa sl slu lda oy oyj ab as asa aps kk kft zrt sro doo eirl ltda eurl'
    .split(' ')
    .map(entry => {
      const [word = '', spelling = word] = entry.split('=')
      return [word, spelling]
    }),
)
/** Stand before the name where it is Indonesian: `PT Sayur Segar`. */
const before = new Set(['pt', 'cv'])
/** Countries as they stand before a form: `Blue Pier (S) Pte Ltd`. They tell two companies of one name apart. */
const countries = new Set([
  's',
  'm',
  'hk',
  'sg',
  'my',
  'au',
  'nz',
  'uk',
  'singapore',
  'malaysia',
  'australia',
])
const chinese = /(股份有限公司|有限公司|株式会社)/gu

/** Takes a name apart. A name that is nothing but a form keeps it. */
export function supplierName(name: string): SupplierName {
  const plain = plainName(name)
  const words = plain.replace(chinese, ' $1 ').split(' ').filter(Boolean)
  const core = [...words]
  const form: string[] = []
  while (core.length > 1) {
    const last = core.at(-1) ?? ''
    const named =
      forms.get(last) ?? (chineseForm(last) || (form.length > 0 && countries.has(last)) ? last : null)
    // `Smith & Co`: what joined the form to the name goes with it.
    if (named === null && !(form.length > 0 && last === 'and')) break
    core.pop()
    if (named !== null) form.unshift(forms.get(last) ?? last)
  }
  while (core.length > 1 && (before.has(core[0] ?? '') || chineseForm(core[0] ?? ''))) {
    form.unshift(core.shift() ?? '')
  }
  return { plain, core: core.join(' '), form: form.join(' ') }
}

/** Whether two names of one core may be one company: at least one bears no form, or both bear the same. */
export function mayBeOne(one: SupplierName, other: SupplierName): boolean {
  return one.core === other.core && (one.form === '' || other.form === '' || one.form === other.form)
}

/** Whether two suppliers may be one company: by their names, unless both tax numbers are known and differ. */
export function isSameSupplier(
  one: { name: string; taxNumber?: string | null | undefined },
  other: { name: string; taxNumber?: string | null | undefined },
): boolean {
  const [a, b] = [plainTaxNumber(one.taxNumber), plainTaxNumber(other.taxNumber)]
  if (a !== null && b !== null) return a === b
  return mayBeOne(supplierName(one.name), supplierName(other.name))
}

/** A tax number as it is compared: letters and digits alone; null where too little is left to tell anyone. */
export function plainTaxNumber(number: string | null | undefined): string | null {
  const plain = (number ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
  return plain.length >= 6 ? plain : null
}

function plainName(name: string): string {
  return (
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .normalize('NFC')
      .toLowerCase()
      // `B.V.` and `S.p.A.` are one word each.
      .replace(/(?<=\b[a-z])\.(?=[a-z]\b)/g, '')
      .replace(/['’`]/g, '')
      .replaceAll('&', ' and ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  )
}

function chineseForm(word: string): boolean {
  return new RegExp(`^${chinese.source}$`, 'u').test(word)
}
