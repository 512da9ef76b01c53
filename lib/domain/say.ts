import type { GeneratedI18nStructure } from '#i18n'

/** Browsers allow no dash in a catalogue's key, our codes have no underscore: each stands for the other. */
type Dashed<Text extends string> = Text extends `${infer Before}_${infer After}`
  ? `${Before}-${Dashed<After>}`
  : Text

type Catalogue = {
  [Under in keyof GeneratedI18nStructure as Dashed<Under>]: GeneratedI18nStructure[Under]
}

/** A text of the English catalogue (lib/words/locales/en.yml): `status.ready`. */
export type Key = keyof Catalogue

/** A text of which the catalogue has one form per plural category: `said.exporting`. */
export type CountKey = Key extends infer Each ? (Each extends `${infer Base}.other` ? Base : never) : never

type NamesOf<K> = K extends Key
  ? Catalogue[K] extends { namedSubstitutions: infer Names extends readonly string[] }
    ? Names[number]
    : never
  : never

/** The arguments of a text by their names; none where it takes none. */
export type Args<Names extends string> = [Names] extends [never] ? [] : [args: Record<Names, string | number>]

/**
 * Gives a text in the person's language. Who makes words takes one of these, so that the domain knows neither the
 * browser nor the language; `count` chooses the plural form for `n`, which the text names `{n}`.
 */
export interface Say {
  <K extends Key>(key: K, ...args: Args<NamesOf<K>>): string
  count<K extends CountKey>(key: K, n: number, ...args: Args<Exclude<NamesOf<`${K}.other`>, 'n'>>): string
}
