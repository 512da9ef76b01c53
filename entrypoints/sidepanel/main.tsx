import { start } from '#components/start.tsx'
import { SidePanel } from './SidePanel.tsx'

void start(<SidePanel />)
