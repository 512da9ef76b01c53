import { start } from '#components/start.tsx'
import { say } from '#lib/words/say.ts'
import { Welcome } from './Welcome.tsx'

void start(<Welcome />, say('welcome.title'))
