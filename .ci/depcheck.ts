/** Holds who may import whom (DESIGN.md, "The house") over every source file that git knows or would add. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { check } from './depcheck/check.ts'

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  encoding: 'utf8',
})
const files = listed.split('\0').filter(file => /\.tsx?$/.test(file) && existsSync(file))
const violations = files.flatMap(file => check(file, readFileSync(file, 'utf8')))

for (const { file, line, says } of violations) console.error(`${file}:${line} ${says}`)
console.log(`${files.length} files checked, ${violations.length} imports out of bounds`)
process.exitCode = violations.length > 0 || files.length === 0 ? 1 : 0
