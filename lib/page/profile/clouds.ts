import type { CloudEvidence, KnownCloud } from '../profile.ts'

/**
 * What speaks for each cloud in every language. The bands of colour hold the blues, greens, yellows and reds
 * with which Material, Tailwind, Bootstrap, Ant Design and Carbon say such things, in light and dark, and leave
 * out their neighbours: indigo and cyan, teal and lime, orange and brown, pink and deep orange. A yellow turns
 * towards orange as it darkens, so its hue depends on the lightness.
 */
export const clouds: Record<KnownCloud, Omit<CloudEvidence, 'text'>> = {
  ready: {
    signs: ['🔵', '🟦', '💙', '🔷', '🔹', 'ℹ'],
    tokens: ['ready', 'blue', 'info', 'exportable'],
    shapes: ['cloud_upload', 'upload', 'cloud arrow up', 'cloud up'],
    colours: [{ hue: [228, 268.5], lightness: [0.3, 0.92], chroma: 0.055 }],
  },
  exported: {
    signs: ['🟢', '🟩', '💚', '✅', '☑', '✔', '✓'],
    tokens: ['exported', 'success', 'successful', 'green', 'synced', 'positive'],
    shapes: ['cloud_done', 'cloud check', 'cloud done', 'check', 'check_circle', 'done', 'tick'],
    colours: [
      { hue: [132.5, 165.5], lightness: [0.6, 0.94], chroma: 0.075 },
      { hue: [132.5, 167.5], lightness: [0.35, 0.6], chroma: 0.075 },
    ],
  },
  'missing-product-group': {
    signs: ['🟡', '🟨', '💛', '⚠'],
    tokens: ['missing', 'warning', 'yellow', 'amber', 'unassigned', 'incomplete'],
    shapes: ['exclamation triangle', 'cloud alert', 'cloud exclamation', 'cloud question'],
    colours: [
      { hue: [80, 112], lightness: [0.9, 0.98], chroma: 0.1 },
      { hue: [76, 106], lightness: [0.83, 0.9], chroma: 0.1 },
      { hue: [75.5, 106], lightness: [0.81, 0.83], chroma: 0.1 },
      { hue: [71.5, 106], lightness: [0.79, 0.81], chroma: 0.1 },
      { hue: [67.5, 106], lightness: [0.76, 0.79], chroma: 0.1 },
      { hue: [66, 106], lightness: [0.7, 0.76], chroma: 0.1 },
      { hue: [57, 106], lightness: [0.6, 0.7], chroma: 0.1 },
      { hue: [48, 106], lightness: [0.45, 0.6], chroma: 0.1 },
    ],
  },
  failed: {
    signs: ['🔴', '🟥', '❌', '❤', '⛔', '❗'],
    tokens: ['failed', 'failure', 'fail', 'error', 'danger', 'red', 'negative', 'rejected', 'critical'],
    shapes: ['cloud_off', 'cloud off', 'cloud slash', 'cloud x', 'cloud xmark'],
    colours: [
      { hue: [14, 33], lightness: [0.72, 0.9], chroma: 0.085 },
      { hue: [18, 33], lightness: [0.35, 0.72], chroma: 0.085 },
    ],
  },
}
