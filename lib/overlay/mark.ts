import { type Shape, statusShapes } from '#components/status-shapes.ts'
import type { Status } from '#lib/domain/assessment.ts'
import type { AssessedInvoice } from '#lib/messages.ts'
import { language, say } from '#lib/words/say.ts'
import { element } from './element.ts'
import { statusIcon } from './icons.ts'
import { markStyles } from './mark-styles.ts'
import { adopt } from './sheets.ts'

/** Where a mark belongs: the cell of the cloud, what is drawn there, and what a click on it presses. */
export interface MarkPlace {
  cell: Element
  icon: Element | null
  control: HTMLElement | null
}

/** What a mark says; `invoice` null: a cloud of which nothing could be made out. */
export interface MarkContent {
  status: Status
  headline: string
  invoice: AssessedInvoice | null
}

/** Our mark of one cloud: a button of its own beside the page's cloud, or over it where Clearcloud exports. */
export interface Mark {
  /** What stands in the page; takes no room in it. */
  readonly host: HTMLElement
  place: MarkPlace
  content: MarkContent
  /** Whether it lies over the page's cloud. */
  covers: boolean
  /** Where it was moved to, in px from where the page's flow would have put it. */
  moved: { x: number; y: number }
  /** Whether a person is at it: it has the focus, or its card is open. */
  readonly isHeld: boolean
  focus(): void
  expand(open: boolean): void
  show(content: MarkContent): void
}

/** Important, so that no rule of the page's can make our element take room. */
const hostStyle =
  'all:initial!important;position:absolute!important;display:inline-block!important;width:max-content!important;' +
  'height:24px!important;margin:0!important;pointer-events:auto!important'

export function createMark(place: MarkPlace, content: MarkContent, scheme: 'light' | 'dark'): Mark {
  const host = blankHost(scheme)
  const root = host.attachShadow({ mode: 'closed' })
  adopt(root, markStyles)
  const face = element('button', { type: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' })
  root.append(face)
  const mark: Mark = {
    host,
    place,
    content,
    covers: false,
    moved: { x: 0, y: 0 },
    get isHeld() {
      return root.activeElement === face || face.getAttribute('aria-expanded') === 'true'
    },
    focus: () => face.focus(),
    expand: open => face.setAttribute('aria-expanded', String(open)),
    show(next) {
      mark.content = next
      mark.covers = isCovering(next)
      // The word shows until it is measured again whether there is room for it.
      delete host.dataset.room
      draw(face, next)
    },
  }
  mark.show(content)
  return mark
}

const blanks = new Map<'light' | 'dark', HTMLElement>()

/** A copy is made in a tenth of the time that its style takes to be parsed. */
function blankHost(scheme: 'light' | 'dark'): HTMLElement {
  const blank = blanks.get(scheme) ?? element('span', { 'data-clearcloud': 'mark', lang: language() })
  if (!blanks.has(scheme)) blank.style.cssText = `${hostStyle};color-scheme:${scheme}!important`
  blanks.set(scheme, blank)
  return blank.cloneNode() as HTMLElement
}

/** Under Foodrazor's own integration the page's cloud stays what is seen; under ours it would mislead. */
function isCovering({ invoice }: MarkContent): boolean {
  return invoice?.exporter === 'clearcloud'
}

function draw(face: HTMLButtonElement, content: MarkContent): void {
  const { status, headline, invoice } = content
  const shape = shapeOf(content)
  const { tone } = statusShapes[shape]
  const short = say(`short.${shape}`)
  const words = invoice?.words.status ?? say(`status.${status}`)
  face.setAttribute('aria-label', nameOf(`${words}: ${headline}`, short))
  const says = invoice?.words.says.join(' ')
  if (says) face.setAttribute('aria-description', says)
  else face.removeAttribute('aria-description')
  face.replaceChildren(statusIcon(shape), element('span', { class: `word text ${tone}` }, short))
}

/** Ready is not drawn as ready where the ledger would refuse it. */
export function shapeOf({ status, invoice }: MarkContent): Shape {
  return invoice?.wouldFail ? 'would-fail' : status
}

/** Who speaks to their computer says the word that they see: it must be part of the name (WCAG 2.5.3). */
function nameOf(name: string, seen: string): string {
  return name.toLowerCase().includes(seen.toLowerCase()) ? name : `${name} ${seen}.`
}

export function sameContent(a: MarkContent, b: MarkContent): boolean {
  return (
    shapeOf(a) === shapeOf(b) &&
    a.headline === b.headline &&
    a.invoice?.exporter === b.invoice?.exporter &&
    a.invoice?.words.says.join() === b.invoice?.words.says.join()
  )
}
