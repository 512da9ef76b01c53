import { vi } from 'vitest'
import { type Envelope, isEnvelope } from '#lib/channel.ts'
import { defaultShortcuts } from '#lib/domain/shortcuts.ts'
import type {
  AssessedInvoice,
  Choices,
  NoticeName,
  Notices,
  Outcome,
  PageAnswer,
  PageSeen,
  PageSetup,
  ReplyTo,
  Summary,
} from '#lib/messages.ts'
import { foodrazorPage } from '#lib/page/foodrazor-page.ts'

type Listener = (message: unknown, sender: { id?: string; tab?: unknown }) => void

export const quiet: Summary = {
  counts: {},
  unassigned: 0,
  exportable: 0,
  retryable: 0,
  progress: null,
  banner: 'none',
}

/** An invoice as the worker words it. */
export function anAssessed(over: { [K in keyof AssessedInvoice]?: unknown } = {}): AssessedInvoice {
  return {
    id: 'inv-1',
    outletId: 'outlet-1',
    number: 'INV-1',
    supplier: 'Greens',
    total: '12.00',
    currency: 'SGD',
    exporter: 'foodrazor',
    status: 'ready',
    wouldFail: false,
    words: {
      status: 'Ready to export',
      headline: 'Nothing is missing: this invoice can be exported.',
      says: ['Click its cloud to export it.'],
      raw: null,
      fixes: [],
    },
    ...over,
  } as AssessedInvoice
}

/** A worker that answers as a test says, and remembers what it was asked. */
export function aWorker() {
  const listeners = new Set<Listener>()
  const worker = {
    asked: [] as { name: string; data: unknown }[],
    setup: { profile: foodrazorPage, off: [], says: null, shortcuts: defaultShortcuts } as PageSetup,
    /** What a sighting is answered. */
    answer: (_seen: PageSeen): Partial<PageAnswer> => ({}),
    /** Why nothing that it sees can be kept just now. */
    refusal: null as string | null,
    summary: quiet,
    /** What a count stands for. */
    listed: [] as AssessedInvoice[],
    choices: { groups: [], accounts: [] } as unknown as Choices,
    compared: { ok: false, problem: 'There is no bill.' } as ReplyTo<'compare'>,
    outcome: (_name: string): Outcome & { group?: unknown } => ({ ok: true, said: 'Done.' }),
    /** Whether the extension was reloaded under the page. */
    gone: false,
    of: (name: string) => worker.asked.filter(each => each.name === name).map(({ data }) => data),
    tell<N extends NoticeName>(
      name: N,
      data: Notices[N],
      sender: { id?: string; tab?: unknown } = { id: 'own' },
    ) {
      const envelope: Envelope = { clearcloud: name, data }
      for (const listener of listeners) listener(envelope, sender)
    },
    runtime: {
      id: 'own' as string | undefined,
      sendMessage: vi.fn(async (message: unknown): Promise<unknown> => {
        if (worker.gone) {
          worker.runtime.id = undefined
          throw new Error('Extension context invalidated.')
        }
        if (!isEnvelope(message)) throw new Error('No envelope')
        const { clearcloud: name, data } = message
        worker.asked.push({ name, data })
        if (name === 'page-profile') return worker.setup
        if (name === 'page-seen' && worker.refusal !== null) return { refused: worker.refusal }
        if (name === 'page-seen')
          return {
            rows: [],
            isFed: true,
            unread: [],
            alsoRead: [],
            problem: null,
            ...worker.answer(data as PageSeen),
          }
        if (name === 'summary') return worker.summary
        if (name === 'listed') return worker.listed
        if (name === 'choices') return worker.choices
        if (name === 'compare') return worker.compared
        return worker.outcome(name)
      }),
      onMessage: {
        addListener: (listener: Listener) => void listeners.add(listener),
        removeListener: (listener: Listener) => void listeners.delete(listener),
      },
    },
  }
  return worker
}
