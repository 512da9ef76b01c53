/** What a picture of CSS, a picture's address or a character's name tells: its file's name, or colours in it. */
export interface Picture {
  name: string | null
  colours: string[]
}

const mostColours = 8
const colours = /(?:rgba?|hsla?|color|(?:ok)?l(?:ab|ch))\([^()]*\)|#[\da-f]{3,8}\b/gi

/**
 * Reads `url("/img/cloud-red.svg")`, a `data:` address of an SVG, a gradient, or a bare name.
 * @param isMask of a mask only the outline is seen: colours in it say nothing
 */
export function readPicture(value: string, isMask: boolean): Picture {
  const nothing = { name: null, colours: [] }
  const quoted = /url\(\s*(?:"((?:[^"\\]|\\.)*)|'([^']*)|([^)]*))/.exec(value)
  const url = quoted ? (quoted[1] ?? quoted[2] ?? quoted[3] ?? '').replace(/\\(.)/g, '$1').trim() : null
  const address = url ?? value
  if (address.startsWith('data:')) return { name: null, colours: isMask ? [] : coloursOfData(address) }
  if (url !== null) return { ...nothing, name: fileOf(url) }
  const found = isMask ? [] : [...value.matchAll(colours)].map(([colour]) => colour)
  return found.length > 0 ? { name: null, colours: found.slice(0, mostColours) } : { ...nothing, name: value }
}

/** The colours that an SVG written into an address names. */
function coloursOfData(address: string): string[] {
  const [head = '', ...rest] = address.split(',')
  if (!/^data:image\/svg\+xml/i.test(head)) return []
  const text = decoded(rest.join(','), /;base64/i.test(head)).replace(/<!--.*?-->/gs, '')
  const values = text.matchAll(/(?:fill|stroke|stop-color|\scolor)\s*[=:]\s*["']?\s*([^"';>]+)/gi)
  return [...values].slice(0, mostColours).map(([, value = '']) => value.trim())
}

function decoded(data: string, base64: boolean): string {
  try {
    // A long one was cut: what is left of it must be whole.
    return base64 ? atob(data.slice(0, data.length - (data.length % 4))) : decodeURIComponent(data)
  } catch {
    // Written without escaping, as some style sheets do, or cut within an escape.
    return data.replace(/%([2-7][\da-f])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  }
}

/** The file's own name: a folder `/red-lantern/` says nothing; of a sprite, the part that is shown. */
export function fileOf(address: string): string {
  const [path = '', part] = address.trim().split('#')
  return part || (path.split(/[?\s]/)[0] ?? '').split('/').at(-1) || ''
}
