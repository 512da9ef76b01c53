import type { Expected } from '../rule.ts'
import { api, enter, type QuickbooksRule, query, type Sent, stands } from './requests.ts'

const upload = (name: string, content: string, answers: Expected, value = '{bill}', requestid = ''): Sent => {
  const { send, headers = {} } = api(`POST /upload${requestid}`)
  const { 'content-type': _, ...rest } = headers
  const about = {
    AttachableRef: [{ EntityRef: { type: 'Bill', value } }],
    FileName: name,
    ContentType: 'application/pdf',
  }
  return { send, headers: rest, file: { name, type: 'application/pdf', content, about }, answers }
}
const ofBill = "where AttachableRef.EntityRef.type = 'Bill' and AttachableRef.EntityRef.value = '{bill}'"

/** Files beside bills. Everything the sheet says of them can be shown. */
export const files: readonly QuickbooksRule[] = [
  {
    rule: 'a file is uploaded in parts once the bill exists, and found with it',
    from: 'Bill',
    steps: [
      enter(),
      upload('invoice.pdf', '%PDF-1.7', {
        status: 200,
        body: {
          AttachableResponse: [
            {
              Attachable: {
                FileName: 'invoice.pdf',
                ContentType: 'application/pdf',
                Size: 8,
                AttachableRef: [{ EntityRef: { type: 'Bill', value: '{bill}' } }],
              },
            },
          ],
        },
      }),
      query(`select * from Attachable ${ofBill}`, { Attachable: [{ FileName: 'invoice.pdf' }] }),
    ],
  },
  {
    rule: 'a file for a bill that is not there is refused inside a 200',
    from: 'Bill',
    steps: [upload('invoice.pdf', '%PDF', { status: 200, says: [/^2500 /] }, '999')],
  },
  {
    rule: 'a refused file leaves the bill, and can be sent again',
    from: 'Bill',
    steps: [
      enter(),
      upload('invoice.exe', 'x', { status: 200, says: [/^6000 /] }),
      stands({ TotalAmt: 10.9 }),
      query(`select count(*) from Attachable ${ofBill}`, { totalCount: 0 }),
      upload('invoice.pdf', '%PDF', { status: 200, says: [] }),
    ],
  },
  {
    rule: 'a file sent twice under one requestid hangs there once',
    from: 'Limits and cost',
    steps: [
      enter(),
      upload('invoice.pdf', '%PDF', { status: 200 }, '{bill}', '?requestid=f'),
      upload('invoice.pdf', '%PDF', { status: 200 }, '{bill}', '?requestid=f'),
      query(`select count(*) from Attachable ${ofBill}`, { totalCount: 1 }),
    ],
  },
]
