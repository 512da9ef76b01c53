/** The page of the gallery: draws the scene that its address names, and tells when it stands. */
// First: some surfaces read their words when their module is read.
import './words.ts'
import '#components/tokens.css'
import { configure } from '@testing-library/dom'
import type { Scene } from './scene.ts'
import { cardScenes } from './scenes/card.ts'
import { optionsScenes } from './scenes/options.tsx'
import { overlayScenes } from './scenes/overlay.ts'
import { popupScenes } from './scenes/popup.tsx'
import { sidePanelScenes } from './scenes/side-panel.tsx'

const scenes: readonly Scene[] = [
  ...popupScenes,
  ...sidePanelScenes,
  ...optionsScenes,
  ...overlayScenes,
  ...cardScenes,
]

configure({ asyncUtilTimeout: 10_000 })

// The overlay's roots are closed to the page; what checks them must look in.
const attach = Element.prototype.attachShadow
Element.prototype.attachShadow = function (options) {
  return attach.call(this, { ...options, mode: 'open' })
}

// Every scene begins with nothing in the browser's storage.
for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)

const wanted = new URLSearchParams(location.search).get('scene')
const scene = scenes.find(({ name }) => name === wanted)
const shown: object = scene
  ? await scene.draw(found()).then(
      () => ({ state: 'drawn' }),
      (error: unknown) => ({ state: 'failed', problem: String(error) }),
    )
  : { state: 'list', scenes: scenes.map(({ draw: _, ...scene }) => scene) }
Object.assign(globalThis, { shown })

function found(): HTMLElement {
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no #root')
  return root
}
