import { start } from '#components/start.tsx'
import { Welcome } from './Welcome.tsx'

void start(<Welcome />)
