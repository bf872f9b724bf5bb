import { env } from '#lib/env.ts'
import { Assurance, Assurances } from '../../_link/sheet.tsx'
import { meanwhile } from './meanwhile.ts'
import type { PageFacts } from './page-facts.ts'

/** What people want to know before they sign in at their bank, and what does not work until they do. */
export function GoodToKnow({ facts: { t, companyName: brand, language, page } }: { facts: PageFacts }) {
  const stopped = page.itemState === 'disconnecting_soon' ? null : meanwhile(language)
  return (
    <Assurances>
      {stopped ? <Assurance icon="pause">{stopped}</Assurance> : null}
      <Assurance icon="clock">{t('reconnect.know.minute')}</Assurance>
      <Assurance icon="lock">{t('reconnect.know.password', { brand })}</Assurance>
      <Assurance icon="shield">{t('reconnect.know.stays', { brand })}</Assurance>
      {env().RECONNECT_MODE === 'hosted' ? <Assurance icon="external">{t('reconnect.know.hosted')}</Assurance> : null}
    </Assurances>
  )
}
