import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

const manifest = {
  manifest_version: 3,
  name: 'The plain approach',
  version: '1.0',
  content_scripts: [{ matches: ['http://localhost/*'], js: ['content.js'], run_at: 'document_end' }],
}

/** Builds the extension that Clearcloud is compared with; gives its folder, which the caller removes. */
export async function buildPlainApproach(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clearcloud-plain-'))
  await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: `${import.meta.dirname}/content.tsx`,
        name: 'plain',
        formats: ['iife'],
        fileName: () => 'content.js',
      },
    },
  })
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  return folder
}
