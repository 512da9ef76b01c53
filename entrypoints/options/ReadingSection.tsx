import { type ChangeEvent, useState } from 'react'
import { Button } from '#components/Button.tsx'
import { FileButton } from '#components/FileButton.tsx'
import { OutcomeLine } from '#components/OutcomeLine.tsx'
import { useSurface } from '#components/SurfaceContext.tsx'
import { reloaded, useAsk } from '#components/use-ask.ts'
import type { Taught, TaughtFile } from '#lib/page/taught.ts'
import { dates } from '#lib/words/formats.ts'
import { say, sayCount } from '#lib/words/say.ts'
import { Section } from './Section.tsx'

/** A lesson is some kilobytes: a larger file is none of ours. */
const largestFile = 1024 * 1024

/** How Foodrazor's page is read: a lesson where it is not recognised, and what is found on it. */
export function ReadingSection({ taught }: { taught: Taught | null }) {
  const surface = useSurface()
  const asking = useAsk()
  const [report, setReport] = useState<string | null>(null)
  const diagnose = async () => {
    asking.say(null)
    const reply = await surface.ask('diagnose', {}).catch(() => reloaded)
    setReport(reply.ok ? reply.report : null)
    if (!reply.ok) asking.say(reply)
  }
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.target
    const file = input.files?.[0]
    if (!file) return
    const text = file.size > largestFile ? '' : await file.text().catch(() => '')
    await asking.send('import-taught', { text })
    // The same file may be chosen again after it was mended.
    input.value = ''
  }
  return (
    <Section title={say('reading.title')} says={say('reading.says')}>
      {taught && <p>{taughtWords(taught)}</p>}
      <div className="flex flex-wrap items-center gap-2">
        <Button disabled={asking.busy !== null} onClick={() => void asking.send('teach', {})}>
          {say('reading.teach')}
        </Button>
        <FileButton
          label={say('reading.read')}
          disabled={asking.busy !== null}
          onChange={event => void read(event)}
        />
        {taught && (
          <>
            <Button onClick={() => surface.save('clearcloud-page.json', fileOf(taught))}>
              {say('reading.save')}
            </Button>
            <Button disabled={asking.busy !== null} onClick={() => void asking.send('forget-taught', {})}>
              {say('reading.forget')}
            </Button>
          </>
        )}
        <Button onClick={() => void diagnose()}>{say('reading.diagnose')}</Button>
      </div>
      <OutcomeLine outcome={asking.outcome} />
      {report !== null && <Report text={report} />}
    </Section>
  )
}

function Report({ text }: { text: string }) {
  const surface = useSurface()
  const asking = useAsk()
  const copy = async () => {
    const copied = await surface.copy(text).then(
      () => true,
      () => false,
    )
    asking.say(
      copied ? { ok: true, said: say('overlay.copied') } : { ok: false, problem: say('overlay.not-copied') },
    )
  }
  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted">{say('reading.report-says')}</p>
      <textarea
        readOnly
        aria-label={say('reading.report')}
        rows={14}
        value={text}
        className="w-full rounded-md border border-edge/60 bg-raised p-2 font-mono text-sm"
      />
      <div className="flex gap-2">
        <Button onClick={() => void copy()}>{say('overlay.copy')}</Button>
        <Button onClick={() => surface.save('clearcloud-report.txt', `${text}\n`)}>
          {say('reading.save')}
        </Button>
      </div>
      <OutcomeLine outcome={asking.outcome} />
    </div>
  )
}

function taughtWords({ at, columns, clouds }: Taught): string {
  return say('reading.taught', {
    date: dates({ dateStyle: 'medium' }).format(new Date(at)),
    headers: sayCount('reading.headers', Object.keys(columns).length),
    clouds: sayCount('reading.clouds', Object.keys(clouds).length),
  })
}

function fileOf(taught: Taught): string {
  const file: TaughtFile = { clearcloudPage: 1, taught }
  return `${JSON.stringify(file, null, 2)}\n`
}
