import { start } from '#components/start.tsx'
import { say } from '#lib/words/say.ts'
import { Options } from './Options.tsx'

void start(<Options />, say('options.title'))
