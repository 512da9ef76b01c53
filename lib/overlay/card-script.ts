import type { createCard } from './card.ts'

/** Where the card's script leaves what it brings, in the world that our scripts of one page share. */
const place = '__clearcloudCard'

type CreateCard = typeof createCard

export function offerCard(create: CreateCard): void {
  Reflect.set(globalThis, place, create)
}

/** @throws where the script was not run here */
export function takeCard(): CreateCard {
  const create: unknown = Reflect.get(globalThis, place)
  if (typeof create !== 'function') throw new Error('The card’s script is not here')
  return create as CreateCard
}
