import type { ReactNode } from 'react'
import type { Advice } from '#lib/domain/advice.ts'
import { laters } from '#lib/domain/later.ts'
import { Assurance, Assurances } from '../../_link/sheet.tsx'
import { Callout } from '../../_ui/callout.tsx'
import { Accounts } from './accounts.tsx'
import { BankFirstAside, BankFirstSteps } from './bank-first.tsx'
import { hostOf } from './bank-site.ts'
import { Checks } from './checks.tsx'
import { GoodToKnow } from './good-to-know.tsx'
import './later.css'
import type { PageFacts } from './page-facts.ts'
import { SentenceButton } from './sentence-button.tsx'
import { ActionForm, helpTag, siteTag } from './small-parts.tsx'

/** What stands under the words of an advice. */
export function adviceBody(facts: PageFacts, advice: Advice): ReactNode {
  switch (advice) {
    case 'left':
      return <Accounts facts={facts} />
    case 'three_checks':
      return (
        <>
          <Checks facts={facts} />
          <Callout state="disconnecting_soon" icon="warning">
            {facts.t.rich('reconnect.checks.tries', { strong: (words) => <strong>{words}</strong> })}
          </Callout>
        </>
      )
    case 'stop':
      return <LaterChoice facts={facts} />
    case 'item_locked':
    case 'password_reset':
    case 'user_setup':
    case 'bank_first':
      return <BankFirstSteps facts={facts} chore={advice} />
    default:
      return null
  }
}

/** What is good to know beside it, with the help that fits. */
export function adviceAside(facts: PageFacts, advice: Advice): ReactNode {
  const { t } = facts
  switch (advice) {
    case 'item_locked':
    case 'password_reset':
    case 'user_setup':
    case 'bank_first':
      return <BankFirstAside facts={facts} chore={advice} />
    case 'check_details':
    case 'same_username':
      return (
        <Assurances>
          <Forgot facts={facts} />
          <Assurance icon="help">{t.rich('reconnect.aid.three', helpTag('invalid-credentials'))}</Assurance>
        </Assurances>
      )
    case 'three_checks':
      return (
        <Assurances>
          <Forgot facts={facts} />
          <Stuck facts={facts} />
        </Assurances>
      )
    case 'stop':
      return (
        <Assurances>
          <Assurance icon="lock">{t.rich('reconnect.aid.locked', helpTag('locked-account'))}</Assurance>
          <Forgot facts={facts} />
          <Stuck facts={facts} />
        </Assurances>
      )
    case 'fresh_code':
    case 'code_too_late':
    case 'code_not_sent':
      return (
        <Assurances>
          <Assurance icon="phone">{t.rich('reconnect.aid.codes', helpTag('codes'))}</Assurance>
          <Stuck facts={facts} />
        </Assurances>
      )
    case 'outage':
      return (
        <Assurances>
          <Assurance icon="clock">{t.rich('reconnect.aid.outage', helpTag('bank-unavailable'))}</Assurance>
        </Assurances>
      )
    case 'tick_accounts':
      return (
        <Assurances>
          <Assurance icon="help">{t.rich('reconnect.aid.missing', helpTag('accounts-missing'))}</Assurance>
        </Assurances>
      )
    case 'left':
    case 'start_again':
      return <GoodToKnow facts={facts} />
    case 'cannot_return':
    case 'blocked':
    case 'wrong_bank':
    case 'other':
      return (
        <Assurances>
          <Stuck facts={facts} />
        </Assurances>
      )
  }
}

function Forgot({ facts: { t, page } }: { facts: PageFacts }) {
  const host = hostOf(page.institutionUrl)
  return (
    <Assurance icon="key">
      {host && page.institutionUrl
        ? t.rich('reconnect.aid.forgotWithSite', { host, ...siteTag(page.institutionUrl) })
        : t('reconnect.aid.forgot')}
    </Assurance>
  )
}

/** The way to people who can help, with a case that is made for them. */
function Stuck({ facts: { t, token, companyName } }: { facts: PageFacts }) {
  return (
    <Assurance icon="people">
      <ActionForm token={token} act="help">
        {t.rich('reconnect.aid.stuck', {
          brand: companyName,
          ask: (words) => <SentenceButton type="submit">{words}</SentenceButton>,
        })}
      </ActionForm>
    </Assurance>
  )
}

/** "I'll try later": quiet for a time of their choice, then one reminder. */
function LaterChoice({ facts: { t, token } }: { facts: PageFacts }) {
  return (
    <ActionForm token={token} act="later">
      <fieldset className="later-choice">
        <legend>{t('reconnect.later.legend')}</legend>
        <div className="choices">
          {laters.map((later, index) => (
            <label key={later}>
              <input type="radio" name="later" value={later} defaultChecked={index === 0} />
              <span>{t(`reconnect.later.${later}`)}</span>
            </label>
          ))}
        </div>
        <button type="submit" className="btn primary xl wide">
          {t('reconnect.later.button')}
        </button>
      </fieldset>
    </ActionForm>
  )
}
