import { describe, expect, test } from 'vitest'
import { check } from '../../../.ci/depcheck/check.ts'
import { importsOf } from '../../../.ci/depcheck/imports.ts'

const says = (file: string, text: string) => check(file, text).map(violation => violation.says)

describe('the rooms keep their doors', () => {
  test.each([
    ['the domain knows no store', 'lib/domain/a.ts', "import { x } from '#lib/store/x.ts'"],
    ['not even by its types', 'lib/domain/a.ts', "import type { X } from '../store/x.ts'"],
    ['the domain uses no browser package', 'lib/domain/a.ts', "import Dexie from 'dexie'"],
    ['the page reader knows no store', 'lib/page/a.ts', "import { x } from '../store/x.ts'"],
    ['the store knows no exports', 'lib/store/a.ts', "import { x } from '#lib/export/x.ts'"],
    ['the overlay carries no schemas', 'lib/overlay/a.ts', "import { z } from 'zod'"],
    ['the overlay takes types alone from messages', 'lib/overlay/a.ts', "import { x } from '../messages.ts'"],
    ['the server knows no store', 'server/a.ts', "import { x } from '#lib/store/x.ts'"],
    ['the extension knows no server', 'entrypoints/popup/a.tsx', "import { x } from '#server/x.ts'"],
    ['the extension speaks to no ledger', 'lib/background/a.ts', "import { XeroClient } from 'xero-node'"],
    ['the sandbox knows no domain', 'sandbox/demo.ts', "import type { X } from '#lib/domain/x.ts'"],
    ['a component reaches no server', 'components/a.tsx', "const x = await import('#server/x.ts')"],
    ['a re-export is an import', 'sandbox/a.ts', "export * from '#server/x.ts'"],
    ['a file in no known room is told', 'utils/a.ts', ''],
  ])('%s', (_, file, text) => {
    expect(says(file, text)).toHaveLength(1)
  })

  test.each([
    ['lib/domain/a.ts', "import { z } from 'zod'\nimport { x } from './x.ts'"],
    ['lib/page/a.ts', "import { x } from '#lib/domain/x.ts'"],
    ['lib/export/a.ts', "import { x } from '#lib/store/x.ts'\nimport { y } from '#lib/api/y.ts'"],
    ['lib/overlay/a.ts', "import type { X } from '../messages.ts'\nimport { ask } from '../channel.ts'"],
    ['lib/background/a.ts', "import { x } from '../suggest/x.ts'"],
    ['entrypoints/popup/a.tsx', "import { x } from '#components/x.tsx'\nimport './style.css'"],
    ['server/a.ts', "import { readFile } from 'node:fs/promises'\nimport { x } from '#lib/api/x.ts'"],
    ['tests/unit/a.test.ts', "import { x } from '#server/x.ts'"],
  ])('%s may import what its room may', (file, text) => {
    expect(says(file, text)).toEqual([])
  })
})

describe('imports are found by their form', () => {
  test('over several lines, with the line on which the statement begins', () => {
    expect(importsOf("const a = 1\nimport {\n  b,\n  type C,\n} from './b.ts'")).toEqual([
      { specifier: './b.ts', typesOnly: false, line: 2 },
    ])
  })

  test('one that brings types alone is told from one that brings values', () => {
    const text =
      "import type { A } from './a.ts'\nimport { type B } from './b.ts'\nimport type from './c.ts'\nexport type { D } from './d.ts'"
    expect(importsOf(text).map(({ typesOnly }) => typesOnly)).toEqual([true, true, false, true])
  })

  test('neither comments nor strings count', () => {
    const text =
      "// import a from './a.ts'\n/* import b from './b.ts' */\nconst url = 'https://x.test'\nconst c = 1"
    expect(importsOf(text)).toEqual([])
  })
})
