/** JSON that comes line by line while the page already reads it: NDJSON, JSON Lines, JSON sequences, event streams. */
const inLines = /\b(?:x-)?(?:ndjson|jsonl|jsonlines|json-seq|event-stream)\b/i

export function isInLines(type: string | null): boolean {
  return inLines.test(type ?? '')
}

/**
 * Reads a stream of lines as it comes, and hands over what each piece of it completes, as one JSON array. What is no
 * JSON is passed over. Ends with the stream, or after `most` characters.
 */
export async function readLines(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
  hand: (json: string) => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let size = 0; ; ) {
    const { done, value = '' } = await reader.read()
    size += value.length
    if (size > most) return reader.cancel()
    const lines = (rest + value).split('\n')
    rest = done ? '' : (lines.pop() ?? '')
    const things = lines.map(bare).filter(isJson)
    if (things.length > 0) hand(`[${things.join()}]`)
    if (done) return
  }
}

/** What each record of a sequence begins with (RFC 7464), and each line of data in an event stream. */
const beginnings = ['\u001e', 'data:']

function bare(line: string): string {
  const beginning = beginnings.find(each => line.startsWith(each)) ?? ''
  return line.slice(beginning.length).trim()
}

function isJson(text: string): boolean {
  if (!/^[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
