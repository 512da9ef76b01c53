// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { readCloud } from '#lib/page/cloud.ts'
import { foodrazorPage } from '#lib/page/foodrazor-page.ts'
import { judgeCloud } from '#lib/page/judge-cloud.ts'

/** Published values: the shades with which each design system says success, warning, danger and information. */
const palettes = {
  ready: {
    'Material blue 300–900': '#64b5f6 #42a5f5 #2196f3 #1e88e5 #1976d2 #1565c0 #0d47a1 #2979ff #2962ff',
    'Material light blue': '#29b6f6 #03a9f4 #0288d1',
    'Tailwind blue 300–800': '#93c5fd #60a5fa #3b82f6 #2563eb #1d4ed8 #1e40af',
    'Tailwind sky': '#38bdf8 #0ea5e9 #0284c7',
    'Bootstrap primary, 3 to 5, dark': '#337ab7 #007bff #0d6efd #6ea8fe',
    'Ant Design blue 4–7, dark': '#69b1ff #1890ff #1677ff #0958d9 #177ddc #1668dc',
    'Carbon blue 30–80': '#a6c8ff #78a9ff #4589ff #0f62fe #0043ce #002d9c',
  },
  exported: {
    'Material green 200–900':
      '#a5d6a7 #81c784 #66bb6a #4caf50 #43a047 #388e3c #2e7d32 #1b5e20 #00e676 #00c853',
    'Tailwind green 300–800': '#86efac #4ade80 #22c55e #16a34a #15803d #166534',
    'Tailwind emerald 300–800': '#6ee7b7 #34d399 #10b981 #059669 #047857 #065f46',
    'Bootstrap success, 3 to 5, dark': '#5cb85c #28a745 #198754 #75b798',
    'Ant Design green 4–7, dark': '#95de64 #52c41a #389e0d #49aa19',
    'Carbon green 30–70': '#6fdc8c #42be65 #24a148 #198038 #0e6027',
  },
  'missing-product-group': {
    'Material amber 200–700': '#ffe082 #ffd54f #ffca28 #ffc107 #ffb300 #ffa000',
    'Material yellow 300–800': '#fff176 #ffee58 #ffeb3b #fdd835 #fbc02d #f9a825',
    'Tailwind amber 300–700': '#fcd34d #fbbf24 #f59e0b #d97706 #b45309',
    'Tailwind yellow 300–700': '#fde047 #facc15 #eab308 #ca8a04 #a16207',
    'Bootstrap warning, 3 to 5, dark': '#f0ad4e #ffc107 #ffda6a #cc9a06',
    'Ant Design gold and yellow, dark': '#ffd666 #faad14 #d48806 #fadb14 #d4b106 #d89614',
    'Carbon yellow 20–60': '#fdd13a #f1c21b #d2a106 #b28600 #8e6a00',
  },
  failed: {
    'Material red 200–900': '#ef9a9a #e57373 #ef5350 #f44336 #e53935 #d32f2f #c62828 #b71c1c #ff1744 #ff5252',
    'Material 3 error, light and dark': '#ba1a1a #ffb4ab',
    'Tailwind red 300–800': '#fca5a5 #f87171 #ef4444 #dc2626 #b91c1c #991b1b',
    'Bootstrap danger, 3 to 5, dark': '#d9534f #dc3545 #b02a37 #ea868f',
    'Ant Design red 4–7, dark': '#ff7875 #ff4d4f #f5222d #cf1322 #dc4446 #d32029 #a61d24',
    'Carbon red 40–70': '#ff8389 #fa4d56 #da1e28 #a2191f',
  },
  unknown: {
    'greys and near-greys': '#000000 #ffffff #9e9e9e #6c757d #607d8b #78909c #94a3b8 #64748b #475569 #e5e7eb',
    browns: '#795548 #8d6e63 #5d4037',
    oranges: '#ff9800 #fb8c00 #f57c00 #fd7e14 #fa8c16 #f97316 #fb923c #ea580c #ff832b #ba4e00 #ffb74d',
    'deep orange': '#ff5722 #f4511e #e64a19 #fa541c #c2410c',
    limes: '#cddc39 #afb42b #a0d911 #84cc16 #a3e635',
    teals: '#009688 #26a69a #00897b #20c997 #13c2c2 #14b8a6 #0d9488 #009d9a #08bdba',
    cyans: '#00bcd4 #0097a7 #0dcaf0 #06b6d4 #0891b2',
    'indigo and violet': '#3f51b5 #5c6bc0 #6610f2 #6366f1 #4f46e5 #8b5cf6 #7c3aed',
    purples: '#673ab7 #9c27b0 #6f42c1 #722ed1 #8a3ffc #a855f7 #d946ef',
    pinks: '#e91e63 #ec407a #d63384 #eb2f96 #ec4899 #db2777 #ee5396 #f43f5e #be123c',
  },
} as const

const cases = Object.entries(palettes).flatMap(([status, systems]) =>
  Object.entries(systems).map(([system, shades]) => [system, status, shades.split(' ')] as const),
)

function statusOf(fill: string) {
  document.body.innerHTML = `<table><tr><td><svg><path style="fill: ${fill}"></path></svg></td></tr></table>`
  const cell = document.querySelector('td')
  if (!cell) throw new Error('No cell')
  return judgeCloud(readCloud(cell, cell.querySelector('svg'), foodrazorPage.clouds), foodrazorPage.clouds)
    .status
}

test.each(cases)('reads %s as %s', (_, status, shades) => {
  const read = Object.fromEntries(shades.map(shade => [shade, statusOf(shade)]))
  expect(read).toEqual(Object.fromEntries(shades.map(shade => [shade, status])))
})
