import type { ShowPage } from '../page.ts'

/** The list in a frame of the same origin: the page that it shows is one of the others. */
const show: ShowPage = root => {
  const frame = document.createElement('iframe')
  frame.src = '/?page=plain-table'
  frame.title = 'Invoices'
  frame.style.cssText = 'width:100%;height:600px;border:0'
  root.append(frame)
  return () => undefined
}
export default show
