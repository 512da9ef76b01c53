import { listOfCards } from './cards.ts'
import { listOfPlain } from './plain-list.ts'
import { plainRows } from './plain-rows.ts'

/**
 * What finds a list that does not say that it is one: rows of plain elements, and cards. Few pages need it, and it comes
 * to those in a script of its own.
 */
export const unmarked = { listOfCards, listOfPlain, plainRows }
export type Unmarked = typeof unmarked
