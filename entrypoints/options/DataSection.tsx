import { type ChangeEvent, useState } from 'react'
import { Button } from '#components/Button.tsx'
import { ConfirmDialog } from '#components/ConfirmDialog.tsx'
import { FileButton } from '#components/FileButton.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { Sentence, slot } from '#components/Sentence.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { reloaded, useAsk } from '#components/use-ask.ts'
import { say } from '#lib/words/say.ts'
import { Section } from './Section.tsx'

/** A backup is far smaller: a larger file is none of ours. */
const largestFile = 64 * 1024 * 1024

/** Export, import and erase what is kept on this computer. */
export function DataSection() {
  const surface = useSurface()
  const asking = useAsk()
  const [erasing, setErasing] = useState(false)
  const exportData = async () => {
    asking.say(null)
    const reply: unknown = await surface.ask('export-data', {}).catch(() => reloaded)
    const text = typeof reply === 'object' && reply !== null ? Reflect.get(reply, 'text') : undefined
    if (typeof text !== 'string') {
      const problem = typeof reply === 'object' && reply !== null ? Reflect.get(reply, 'problem') : undefined
      asking.say({ ok: false, problem: typeof problem === 'string' ? problem : say('options.not-written') })
      return
    }
    const name = `clearcloud-${new Date().toISOString().slice(0, 10)}.json`
    surface.save(name, text)
    asking.say({ ok: true, said: say('options.written', { name }) })
  }
  const importData = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target
    const file = input.files?.[0]
    if (!file) return
    if (file.size > largestFile) {
      asking.say({ ok: false, problem: say('options.too-large') })
    } else {
      const text = await file.text().catch(() => null)
      if (text === null) asking.say({ ok: false, problem: say('options.unreadable') })
      else await asking.send('import-data', { text })
    }
    // The same file may be chosen again after it was mended.
    input.value = ''
  }
  return (
    <Section title={say('options.data')} says={say('options.data-says')}>
      <div className="flex flex-wrap items-center gap-2">
        <Button disabled={asking.busy !== null} onClick={() => void exportData()}>
          {say('options.export-file')}
        </Button>
        <FileButton
          label={say('options.import-file')}
          disabled={asking.busy !== null}
          onChange={event => void importData(event)}
        />
        <Button look="danger" disabled={asking.busy !== null} onClick={() => setErasing(true)}>
          {say('options.erase-all')}
        </Button>
      </div>
      <OutcomeLine outcome={asking.outcome} />
      {erasing && (
        <ConfirmErase
          onCancel={() => setErasing(false)}
          onConfirm={() => {
            setErasing(false)
            void asking.send('erase-data', {})
          }}
        />
      )}
    </Section>
  )
}

function ConfirmErase({ onCancel, onConfirm }: { onCancel: () => void; onConfirm: () => void }) {
  const [typed, type] = useState('')
  const word = say('options.erase-word')
  return (
    <ConfirmDialog
      title={say('options.erase-asks')}
      confirm={say('options.erase')}
      danger
      disabled={typed.trim().toLocaleLowerCase() !== word}
      onCancel={onCancel}
      onConfirm={onConfirm}
    >
      <p>{say('options.erase-says')}</p>
      <label className="flex flex-col gap-1">
        <span>
          <Sentence
            words={say('options.type-to-go-on', { word: slot('word') })}
            slots={{ word: <b>{word}</b> }}
          />
        </span>
        <input
          value={typed}
          onChange={event => type(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          className="min-h-8 rounded-md border border-edge/60 bg-raised px-2"
        />
      </label>
    </ConfirmDialog>
  )
}
