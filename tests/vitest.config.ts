import { defineConfig } from 'vitest/config'

const root = `${import.meta.dirname}/..`

/** Never 0: where one file runs at a time, Vitest puts the files of that group behind all others. */
const [first, faults, browser, last] = [1, 2, 3, 4]

/**
 * One project per kind of test. The end-to-end project drives a browser, starts servers and builds the
 * extension: it runs one file at a time, after the others. What mostly waits there, for a server, a ledger or a
 * disk to come back, is a project of its own: two such worlds fit beside each other. Last comes what looks at all
 * that the others' ledgers were asked and answered.
 * One kind alone: `npm test -- --project unit`; one file: `npm test -- tests/unit/domain/assess.test.ts`.
 */
export default defineConfig({
  root,
  test: {
    root,
    reporters: ['default', `${import.meta.dirname}/final-line-reporter.ts`],
    // The tests wait for servers and databases more than they compute: a core more than Vitest would take.
    maxWorkers: '100%',
    globalSetup: [`${import.meta.dirname}/contract/official/recording/record-run.ts`],
    projects: [
      {
        test: {
          name: 'unit',
          root,
          setupFiles: ['tests/english.ts'],
          environment: 'node',
          include: ['tests/unit/**/*.test.{ts,mjs}'],
          testTimeout: 30_000,
          sequence: { groupOrder: first },
        },
      },
      {
        test: {
          name: 'component',
          root,
          environment: 'jsdom',
          include: ['tests/component/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/english.ts', 'tests/component/setup.ts'],
          testTimeout: 30_000,
          sequence: { groupOrder: first },
        },
      },
      {
        test: {
          name: 'contract',
          root,
          setupFiles: ['tests/english.ts'],
          environment: 'node',
          include: ['tests/contract/**/*.test.ts', 'tests/chaos/**/*.test.ts'],
          exclude: ['tests/contract/official/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: first },
        },
      },
      {
        test: {
          name: 'sandbox',
          root,
          environment: 'node',
          include: ['tests/sandbox/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: first },
        },
      },
      {
        test: {
          name: 'faults',
          root,
          environment: 'node',
          include: ['tests/e2e/faults/*.test.ts'],
          globalSetup: [`${import.meta.dirname}/e2e/build-extensions.ts`],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: faults },
        },
      },
      {
        test: {
          name: 'e2e',
          root,
          environment: 'node',
          include: ['tests/e2e/**/*.test.{ts,mjs}'],
          exclude: ['tests/e2e/faults/*'],
          globalSetup: [`${import.meta.dirname}/e2e/build-extensions.ts`],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: browser },
        },
      },
      {
        test: {
          name: 'official',
          root,
          environment: 'node',
          include: ['tests/contract/official/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: last },
        },
      },
    ],
  },
})
