import type { ReactNode } from 'react'
import { env } from '#lib/env.ts'
import { pageOf } from '../../_http/reconnect-route.ts'
import { Assurance, Assurances, Sheet, Stamp } from '../../_link/sheet.tsx'
import { ButtonLink } from '../../_ui/button.tsx'
import type { IconName } from '../../_ui/icon-drawings.tsx'
import { ActionForm } from './small-parts.tsx'
import type { Words } from './words.ts'

/** What a link can be that opens nothing: worth nothing any more, just asked for anew, or in need of a sign-in. */
export type ClosedState = 'expired' | 'superseded' | 'used' | 'unknown' | 'sent' | 'signInFirst'

const icons: Record<ClosedState, IconName> = {
  expired: 'clock',
  superseded: 'mail',
  used: 'check',
  unknown: 'link',
  sent: 'inbox',
  signInFirst: 'user',
}

/** The title, for the browser's tab, too. */
export function closedTitle(state: ClosedState, t: Words): string {
  return t(`reconnect.closed.${state}.title`)
}

/** Names neither bank nor address: whoever holds an old link learns nothing. */
export function ClosedSheet({ token, state, t }: { token: string; state: ClosedState; t: Words }) {
  return (
    <Sheet
      picture={<Stamp icon={icons[state]} />}
      title={closedTitle(state, t)}
      lead={leadOf(state, t)}
      act={<WayOn token={token} state={state} t={t} />}
    >
      <Assurances>
        {state === 'used' ? null : <Assurance icon="mail">{t(`reconnect.closed.${state}.hint`)}</Assurance>}
        {state === 'sent' || state === 'signInFirst' ? null : (
          <Assurance icon="lock">{t('reconnect.closed.harmless')}</Assurance>
        )}
      </Assurances>
    </Sheet>
  )
}

function leadOf(state: ClosedState, t: Words): string {
  if (state !== 'expired') return t(`reconnect.closed.${state}.lead`)
  return t('reconnect.closed.expired.lead', { days: env().RECONNECT_LINK_DAYS })
}

/** A fresh mail to the same address where the link was one of ours, else a sign-in. */
function WayOn({ token, state, t }: { token: string; state: ClosedState; t: Words }): ReactNode {
  if (state === 'expired' || state === 'superseded') {
    return (
      <>
        <ActionForm token={token} act="fresh-link">
          <button type="submit" className="btn primary xl wide">
            {t('reconnect.closed.fresh')}
          </button>
        </ActionForm>
        <p className="links">
          <a href="/sign-in">{t('reconnect.closed.instead')}</a>
        </p>
      </>
    )
  }
  const next = state === 'signInFirst' ? `/sign-in?next=${encodeURIComponent(pageOf(token))}` : '/sign-in'
  return (
    <ButtonLink href={next} variant="primary" size="xl" block>
      {t('reconnect.button.signIn')}
    </ButtonLink>
  )
}
