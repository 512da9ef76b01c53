/**
 * What an answer must be. Texts may hold `{names}`; a regular expression stands for any text that it matches. Of
 * `body` only what is named is looked at, but lists must be as long; what `without` names (`Bills.0.Url`) must not
 * be there at all. `says` is what the ledger finds wrong, each a beginning or a regular expression, and no more.
 */
export type Expected = {
  status: number
  headers?: Record<string, string | RegExp | null>
  body?: unknown
  without?: readonly string[]
  says?: readonly (string | RegExp)[]
  text?: string | RegExp
}

/** A file as a form sends it, next to its description. */
export type SentFile = { name: string; type: string; content: string; about: unknown }

/** One request, e.g. `send: 'GET /connections'`. Texts may hold `{names}` that the world or `keep` gave. */
export type Request = {
  send: string
  headers?: Record<string, string>
  /** Sent as it is where it is a text, else as JSON. */
  body?: unknown
  form?: Record<string, string>
  file?: SentFile
}

/**
 * What happens in turn. `keep` gives names to parts of an answer: a path into its body, `text` for all of it, or a
 * regular expression on its `Location` and text.
 */
export type Step =
  | (Request & { answers: Expected; keep?: Record<string, string | RegExp>; times?: number })
  | { minutes: number }
  /** A request whose connection breaks before an answer comes. */
  | { lost: Request }
  /** As many at once, of which the refused one must be `last` and all others `answers`. */
  | { together: number; request: Request; answers: Expected; last: Expected }

/**
 * A rule of a fact sheet, in words, with the section that it comes from and what shows that a sandbox keeps it.
 * `published` runs it within the limits that the ledger publishes, not the wide ones of a test.
 */
export type Rule<Section extends string = string> = {
  rule: string
  from: Section
  published?: true
  steps: readonly Step[]
}

/** A started sandbox, with the names that its rules speak of, and how it says what is wrong. */
export type World = {
  origin: string
  names: Record<string, string>
  forward(minutes: number): void
  wordsOf(body: unknown): string[]
  close(): Promise<void>
}
