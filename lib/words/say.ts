import { browser } from 'wxt/browser'
import type { Say } from '../domain/say.ts'

/** Gives the text of a key as the catalogue writes it (`status_ready`); empty where it has none. */
export type Source = (name: string) => string

const ofBrowser: Source = name =>
  browser.i18n.getMessage(name as Parameters<typeof browser.i18n.getMessage>[0])
let source = ofBrowser
let spoken: string | undefined

/** Takes the texts from elsewhere than the browser, which chooses among the extension's catalogues by itself. */
export function speakFrom(other: Source): void {
  source = other
  spoken = undefined
}

/** The language of the catalogue that speaks, as BCP 47 has it: `zh-TW`. Where ours has none, the browser takes English. */
export function language(): string {
  // Asked for with each mark of a page; a browser changes it only with a new start.
  spoken ??= source('language') || 'en'
  return spoken
}

/**
 * A text of the catalogue in the person's language: `say('status.ready')`, `say('refused.unexpected', { error })`.
 * `say.count` chooses among its plural forms, and puts the number in for `{n}` as the language writes numbers.
 */
export const say: Say = Object.assign((key: string, args?: Filling) => fill(found(key), args), {
  count(key: string, n: number, args?: Filling): string {
    const { plural, number } = intl(language())
    const form = source(nameOf(`${key}.${plural.select(n)}`)) || found(`${key}.other`)
    return fill(form, { ...args, n: number.format(n) })
  },
})

export const sayCount: Say['count'] = say.count

let made: { of: string; plural: Intl.PluralRules; number: Intl.NumberFormat } | undefined

/** Made once: each takes longer than all else that a text does. */
function intl(of: string) {
  if (made?.of !== of) made = { of, plural: new Intl.PluralRules(of), number: new Intl.NumberFormat(of) }
  return made
}

type Filling = Record<string, string | number>

/** A key without a text shows itself: better seen than lost. */
function found(key: string): string {
  return source(nameOf(key)) || key
}

function nameOf(key: string): string {
  return key.replace(/[.-]/g, '_')
}

function fill(text: string, args: Filling = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole))
}
