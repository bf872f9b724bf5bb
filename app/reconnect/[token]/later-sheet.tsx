import { pageOf } from '../../_http/reconnect-route.ts'
import { Sheet, Stamp } from '../../_link/sheet.tsx'
import { ButtonLink } from '../../_ui/button.tsx'
import type { PageFacts } from './page-facts.ts'
import { dayTag } from './small-parts.tsx'

/** The person chose a later time: until when it is quiet, and the way back. */
export function LaterSheet({ facts, until }: { facts: PageFacts; until: Date }) {
  const { t, page, token } = facts
  return (
    <Sheet
      picture={<Stamp icon="clock" />}
      title={t('reconnect.later.done.title')}
      lead={t.rich('reconnect.later.done.lead', { bank: page.institution.name, ...dayTag(until, facts) })}
      act={
        <ButtonLink href={pageOf(token)} size="xl" block>
          {t('reconnect.later.done.back')}
        </ButtonLink>
      }
    />
  )
}
