import { start } from '#components/start.tsx'
import { Popup } from './Popup.tsx'

void start(<Popup />)
