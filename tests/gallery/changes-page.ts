import type { PictureChange } from './compare-pictures.ts'

const words: Record<PictureChange['kind'], string> = {
  new: 'new',
  gone: 'gone',
  'other-size': 'of another size',
  changed: 'changed',
}

/** One line for each change, as a terminal shows it. */
export function inOneLine(change: PictureChange): string {
  const pixels = change.kind === 'changed' ? `, ${change.pixels} pixels` : ''
  return `${change.name}: ${words[change.kind]}${pixels}`
}

/**
 * A page that shows each changed picture before, after, and where it differs. The earlier pictures stand beside it in
 * `before/`, the marked ones in `marked/`, the later ones where it stands itself.
 */
export function changesPage(changes: readonly PictureChange[]): string {
  const shown = changes.map(change => {
    const { name, kind } = change
    const pictures = [
      ...(kind === 'new' ? [] : [['before', `before/${name}`]]),
      ...(kind === 'gone' ? [] : [['after', name]]),
      ...(kind === 'changed' ? [['where', `marked/${name}`]] : []),
    ]
    const figures = pictures.map(
      ([says, source]) => `<figure><img src="${source}" alt=""><figcaption>${says}</figcaption></figure>`,
    )
    return `<section><h2>${inOneLine(change)}</h2>${figures.join('')}</section>`
  })
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>What changed in the look</title>
<style>
  body { font: 15px/1.5 system-ui; margin: 2rem; background: Canvas; color: CanvasText; color-scheme: light dark }
  h2 { font-size: 1rem; margin: 2rem 0 .5rem }
  figure { display: inline-block; margin: 0 1rem 1rem 0; vertical-align: top }
  img { display: block; max-width: min(32vw, 40rem); border: 1px solid GrayText }
  figcaption { opacity: .7 }
</style>
<h1>${changes.length === 0 ? 'Nothing looks otherwise.' : `${changes.length} pictures look otherwise`}</h1>
${shown.join('\n')}
</html>
`
}
