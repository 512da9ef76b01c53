import { diagnosisReport } from '#lib/page/diagnosis-report.ts'
import { isMadeOfRow } from '#lib/page/invoice-of-row.ts'
import { PageDiagnosis } from '#lib/page/page-diagnosis.ts'
import { readSetting } from '#lib/store/settings.ts'
import { say } from '#lib/words/say.ts'
import type { App, Handler } from './app.ts'
import { Refusal } from './refusal.ts'

/** Looks into the page that was looked at last, frame by frame. @throws Refusal where none is open */
export const diagnose: Handler<'diagnose'> = async app => {
  const [tabId] = await app.browser.pageTabs()
  if (tabId === undefined) throw new Refusal(say('refused.no-page-open'))
  const given = await app.browser.runScript({ tabId, frameId: 'all' }, 'diagnose.js')
  // A frame that no profile is for gives nothing.
  const pages = given.flatMap(each => PageDiagnosis.safeParse(each).data ?? [])
  return { ok: true, report: diagnosisReport(await known(app), pages) }
}

async function known({ store, profile, version }: App) {
  const current = await profile()
  const invoices = await store.invoices.toArray()
  return {
    version,
    profile: current.profile,
    off: [...current.off],
    taught: await readSetting(store, 'taught'),
    invoices: {
      all: invoices.length,
      ofRows: invoices.filter(({ id }) => isMadeOfRow(id)).length,
      withLines: invoices.filter(({ detail }) => detail !== null).length,
    },
    outlets: await store.outlets.count(),
    detailUrl: await readSetting(store, 'detailUrl'),
  }
}
