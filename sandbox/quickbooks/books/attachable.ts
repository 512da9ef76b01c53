import type { Stamp } from './stamp.ts'

/** A file or note and the transactions it hangs on. */
export type Attachable = Stamp & {
  id: string
  fileName?: string | undefined
  contentType?: string | undefined
  note?: string | undefined
  content?: Uint8Array<ArrayBuffer> | undefined
  refs: { type: string; id: string; includeOnSend: boolean }[]
}
