import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { TestProject } from 'vitest/node'

/** What the tests of a run are told of its recording. */
export interface Recording {
  /** Where exchanges are written down, one file for each ledger and process. */
  folder: string
  /** The test files of this run, from the repository's root. */
  files: string[]
  /** Only tests of some names were asked for. */
  narrowed: boolean
}

declare module 'vitest' {
  export interface ProvidedContext {
    recording: Recording
  }
}

/**
 * Gives each run a folder for what goes over the wire, and takes it away again. `EXCHANGES_DIR` names one that
 * stays: several runs may then write into it before one checks them.
 */
export function setup(project: TestProject): () => void {
  const kept = process.env.EXCHANGES_DIR
  if (kept) mkdirSync(kept, { recursive: true })
  const folder = kept || mkdtempSync(join(tmpdir(), 'clearcloud-exchanges-'))
  const { vitest, config } = project
  project.provide('recording', {
    folder,
    files: vitest.state.getPaths().map(path => relative(config.root, path)),
    narrowed: config.testNamePattern !== undefined,
  })
  return () => {
    if (!kept) rmSync(folder, { recursive: true, force: true })
  }
}
