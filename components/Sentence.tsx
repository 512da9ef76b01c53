import { createElement, Fragment, type ReactNode } from 'react'

/** Stands in a sentence for an element, until `Sentence` puts it in: `say('welcome.signed-in-as', { name: slot('name') })`. */
export function slot(name: string): string {
  return `\uE000${name}\uE001`
}

/** A sentence with elements at its slots: which of them comes first is the language's own affair. */
export function Sentence({ words, slots }: { words: string; slots: Readonly<Record<string, ReactNode>> }) {
  // Split at its slots, every other piece is the name of one.
  const pieces = words.split(/\uE000(\w+)\uE001/)
  return createElement(Fragment, null, ...pieces.map((piece, at) => (at % 2 === 1 ? slots[piece] : piece)))
}
