import { api, enter, get, stands, type XeroRule } from './requests.ts'

const MB = 1024 * 1024
const file = (name: string, content: string) => ({
  ...api(`PUT /Invoices/{bill}/Attachments/${name}`, content, { 'content-type': 'application/pdf' }),
})
const attached = (name: string, content = '%PDF') => ({ ...file(name, content), answers: { status: 200 } })
const ten = Array.from({ length: 10 }, (_, index) => attached(`${index + 1}.pdf`))

/** Files. Not provable here: the older 3 MB, which the sheet itself gives as superseded. */
export const attachments: readonly XeroRule[] = [
  {
    rule: 'a file goes by a call of its own, and is kept under its name',
    from: 'Bills',
    steps: [
      enter(),
      attached('invoice%201.pdf', 'first'),
      attached('invoice%201.pdf'),
      get('/Invoices/{bill}/Attachments', {
        status: 200,
        body: { Attachments: [{ FileName: 'invoice 1.pdf', MimeType: 'application/pdf', ContentLength: 4 }] },
      }),
      get('/Invoices/{bill}/Attachments/invoice%201.pdf', { status: 200, text: '%PDF' }),
      stands({ HasAttachments: true }),
    ],
  },
  {
    rule: 'a record has 10 files at most',
    from: 'Bills',
    steps: [
      enter(),
      ...ten,
      { ...file('11.pdf', 'x'), answers: { status: 400, says: [/maximum of 10/] } },
      get('/Invoices/{bill}/Attachments', { status: 200, body: { Attachments: Array(10).fill({}) } }),
    ],
  },
  {
    rule: 'a file has 10 MB at most, and a refused one leaves the bill as it stands',
    from: 'Bills',
    steps: [
      enter(),
      { ...file('large.pdf', 'x'.repeat(10 * MB + 1)), answers: { status: 400, says: [/10 MB/] } },
      stands({ Status: 'DRAFT', HasAttachments: false, Total: 10.9 }),
      attached('fits.pdf', 'x'.repeat(10 * MB)),
    ],
  },
]
