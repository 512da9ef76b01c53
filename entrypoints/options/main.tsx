import { start } from '#components/start.tsx'
import { Options } from './Options.tsx'

void start(<Options />)
