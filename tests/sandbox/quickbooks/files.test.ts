import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ApiClient, apiClient, bill } from './api-client.ts'
import { found, type RunningSandbox, runSandbox } from './running-sandbox.ts'
import { refusal } from './wire.ts'

let sandbox: RunningSandbox
let client: ApiClient
let billId: string
beforeEach(async () => {
  sandbox = await runSandbox({ limits: { fileBytes: 1000, second: 1000 } })
  client = await apiClient(sandbox)
  billId = bill(await client.enter()).Id
})
afterEach(() => sandbox.close())

const upload = (name: string, content: string, id = billId, query = '') => {
  const form = new FormData()
  const described = {
    AttachableRef: [{ EntityRef: { type: 'Bill', value: id }, IncludeOnSend: false }],
    FileName: name,
    ContentType: 'application/pdf',
  }
  form.append(
    'file_metadata_01',
    new Blob([JSON.stringify(described)], { type: 'application/json' }),
    'a.json',
  )
  form.append('file_content_01', new Blob([content], { type: 'application/pdf' }), name)
  return client.call('POST', `/upload${query}`, form)
}

describe('a file', () => {
  it('is hung on a bill, listed with it and can be fetched', async () => {
    const { body } = await upload('invoice.pdf', '%PDF-1.7')
    const attachable = found(body.AttachableResponse?.[0]?.Attachable)
    expect(attachable).toMatchObject({
      FileName: 'invoice.pdf',
      Size: 8,
      AttachableRef: [{ EntityRef: { type: 'Bill', value: billId } }],
    })
    const query = `select * from Attachable where AttachableRef.EntityRef.type = 'Bill' and AttachableRef.EntityRef.value = '${billId}'`
    expect((await client.query(query)).body.QueryResponse?.Attachable).toEqual([attachable])
    const file = await fetch(String(attachable.TempDownloadUri))
    expect([file.headers.get('content-type'), await file.text()]).toEqual(['application/pdf', '%PDF-1.7'])
  })

  it.each([
    ['of a kind that is not taken', 'virus.exe', 'x'],
    ['that is too large', 'invoice.pdf', 'x'.repeat(1001)],
    ['that is empty', 'invoice.pdf', ''],
  ])('%s is refused inside an answer with status 200', async (_, name, content) => {
    const answer = await upload(name, content)
    expect([answer.status, answer.body.AttachableResponse?.[0]?.Fault?.Error[0]?.code]).toEqual([200, '6000'])
    expect(client.company.attachables).toHaveLength(0)
  })

  it('is missing where none was sent', async () => {
    expect(refusal((await client.call('POST', '/upload', new FormData())).body)).toContain('2020')
  })
})

describe('a note', () => {
  it('is created, changed and deleted by itself', async () => {
    const ref = [{ EntityRef: { type: 'Bill', value: billId } }]
    const created = await client.call('POST', '/attachable', { Note: 'From Romaine', AttachableRef: ref })
    const note = found(created.body.Attachable)
    const changed = await client.call('POST', '/attachable', { ...note, Note: 'Changed' })
    expect(changed.body.Attachable).toMatchObject({ Id: note.Id, SyncToken: '1', Note: 'Changed' })
    const gone = { Id: note.Id, SyncToken: '1' }
    const deleted = await client.call('POST', '/attachable?operation=delete', gone)
    expect([deleted.body.Attachable?.status, client.company.attachables.length]).toEqual(['Deleted', 0])
  })
})
