import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { changedPosting, checkPosting } from '#lib/background/choose-posting.ts'
import { Posting, PostingChange, usualPosting } from '#lib/domain/posting.ts'
import { someLists } from '#tests/builders/lists.ts'
import { aStoreWith, outletId, signIn } from '../store/a-store.ts'
import { anApp, fromOptions, stopApps } from './an-app.ts'

afterEach(stopApps)

const chosen = Posting.parse({
  lines: 'by-group',
  chargeAccounts: { delivery: '310' },
  taxCodes: { 9: 'INPUT9' },
})

describe('changedPosting', () => {
  it('keeps what is not named', () => {
    expect(changedPosting(chosen, PostingChange.parse({ tolerance: '0.10' }), true)).toEqual({
      ...chosen,
      tolerance: '0.10',
    })
  })

  it('drops the accounts and tax codes of another organisation', () => {
    expect(changedPosting(chosen, {}, false)).toEqual({ ...usualPosting, lines: 'by-group' })
  })
})

describe('checkPosting', () => {
  it.each([
    [{ chargeAccounts: { deposit: '390' } }, 'Account 390'],
    [{ chargeAccounts: { deposit: '800' } }, 'Account 800'],
    [{ taxCodes: { 7: 'INPUT7' } }, 'INPUT7'],
    [{ taxCodes: { 0: 'INPUT9' } }, 'INPUT9'],
    [{ taxCodes: { 25: 'OUTPUT25' } }, 'OUTPUT25'],
  ])('refuses what the ledger would not take: %j', (change, named) => {
    expect(() => checkPosting(PostingChange.parse(change), usualPosting, someLists())).toThrow(named)
  })

  it('does not hold an account that was archived since against the choice of another', () => {
    const before = Posting.parse({ chargeAccounts: { deposit: '390' } })
    const change = PostingChange.parse({ chargeAccounts: { deposit: '390', delivery: '310' } })
    expect(() => checkPosting(change, before, someLists())).not.toThrow()
  })
})

describe('the tolerance', () => {
  it.each(['-0.01', '10.01', 'none'])('is no %s', tolerance => {
    expect(PostingChange.safeParse({ tolerance }).success).toBe(false)
  })
})

describe('choosing what is posted', () => {
  it('is kept with the outlet, logged, and part of the backup; invoices in the books stay as they are', async () => {
    const store = await aStoreWith([], { mode: 'manual' })
    await signIn(store)
    const app = anApp(store)
    const ask = (posting: PostingChange) => app.ask('set-outlet', { outletId, posting }, fromOptions)
    expect(await ask({ lines: 'by-group' })).toMatchObject({ ok: true })
    expect(await ask(PostingChange.parse({ chargeAccounts: { delivery: '310' } }))).toMatchObject({
      ok: true,
    })
    const expected = { ...usualPosting, lines: 'by-group', chargeAccounts: { delivery: '310' } }
    expect((await store.outlets.get(outletId))?.posting).toEqual(expected)
    expect((await store.activity.toArray()).at(-1)?.text).toContain('What is posted')
    const { text } = await app.ask('export-data', {}, fromOptions)
    await store.outlets.update(outletId, { posting: usualPosting })
    await app.ask('import-data', { text }, fromOptions)
    expect((await store.outlets.get(outletId))?.posting).toEqual(expected)
  })

  it('is refused for an account that is archived', async () => {
    const store = await aStoreWith([], { mode: 'manual' })
    await signIn(store)
    const posting = PostingChange.parse({ chargeAccounts: { rounding: '390' } })
    expect(await anApp(store).ask('set-outlet', { outletId, posting }, fromOptions)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('Account 390'),
    })
    expect((await store.outlets.get(outletId))?.posting).toBeUndefined()
  })
})
