import { brand } from '../../_ui/brand.ts'
import { Callout } from '../../_ui/callout.tsx'
import type { JointPosition } from '../../_ui/joint.tsx'
import { linkScriptUrl } from '../../_ui/link-script.ts'
import { nonce } from '../../_ui/nonce.ts'
import { Accounts } from './accounts.tsx'
import { BankFirstAside, BankFirstSteps } from './bank-first.tsx'
import { flowWords } from './flow-words.tsx'
import { GoodToKnow } from './good-to-know.tsx'
import type { InvitationWords } from './invitation-pane.client.tsx'
import { choreOfPage, leadOf, type PageFacts, titleOf } from './page-facts.ts'
import { partiesOf } from './parties.tsx'
import { ReconnectFlow } from './reconnect-flow.client.tsx'
import { ActionForm, dayTag } from './small-parts.tsx'

/** An open link: one message, one action. All words are here without script; only the button needs it. */
export async function Invitation({ facts }: { facts: PageFacts }) {
  const { token, page, t, language } = facts
  return (
    <ReconnectFlow
      token={token}
      source={{ scriptUrl: linkScriptUrl(), nonce: await nonce() }}
      parties={partiesOf(page.institution, brand(), t)}
      itemState={page.itemState}
      position={jointPositionOf(facts)}
      language={language}
      invitation={invitationWords(facts)}
      words={flowWords(facts)}
    />
  )
}

/** What has stopped holding: a gap. What only will: nearly one. */
export function jointPositionOf({ page }: PageFacts): JointPosition {
  return page.itemState === 'disconnecting_soon' ? 'near' : 'open'
}

function invitationWords(facts: PageFacts): InvitationWords {
  const { page, t } = facts
  const chore = choreOfPage(page)
  const bank = page.institution.name
  return {
    title: titleOf(page, t),
    lead: chore ? t(`reconnect.bankFirst.${chore}.lead`, { bank }) : <Lead facts={facts} />,
    body: (
      <>
        {facts.refused ? (
          <Callout state="login_required" icon="warning" small role="alert">
            {t(`reconnect.refused.${facts.refused}`)}
          </Callout>
        ) : null}
        {page.quietUntil ? (
          <Callout state="info" icon="bell" small>
            {t.rich('reconnect.quiet', dayTag(page.quietUntil, facts))}
          </Callout>
        ) : null}
        {chore ? <BankFirstSteps facts={facts} chore={chore} /> : <Accounts facts={facts} />}
      </>
    ),
    aside: chore ? <BankFirstAside facts={facts} chore={chore} /> : <GoodToKnow facts={facts} />,
    asideLabel: t('reconnect.know.label'),
    again: chore ? t('reconnect.button.done') : t('reconnect.button.continue'),
    isQuiet: chore !== null,
    fine: chore ? null : <p className="fine">{t.rich('reconnect.worksUntil', dayTag(page.linkExpiresAt, facts))}</p>,
    noScript: <WithoutScript facts={facts} isQuiet={chore !== null} />,
  }
}

/** What stopped or will stop, and what puts it right. */
export function Lead({ facts }: { facts: PageFacts }) {
  const { page, t, companyName: brand } = facts
  const key = leadOf(page)
  return t.rich(`reconnect.lead.${key}`, {
    brand,
    ...dayTag(key === 'ends_soon' && page.endsAt ? page.endsAt : page.brokenSince, facts),
  })
}

/** Link cannot open without script; Plaid's own page may work, and a form leads there. */
function WithoutScript({ facts: { token, t }, isQuiet }: { facts: PageFacts; isQuiet: boolean }) {
  return (
    <noscript>
      <p className="fine">{t('reconnect.needsScript')}</p>
      <ActionForm token={token} act="hosted">
        <button type="submit" className={isQuiet ? 'btn xl wide' : 'btn primary xl wide'}>
          {t('reconnect.button.hosted')}
        </button>
      </ActionForm>
    </noscript>
  )
}
