import { Assurance, Assurances } from '../../_link/sheet.tsx'
import { Icon } from '../../_ui/icon.tsx'
import './bank-first.css'
import type { Advice } from '#lib/domain/advice.ts'
import { hostOf } from './bank-site.ts'
import type { PageFacts } from './page-facts.ts'
import { SentenceButton } from './sentence-button.tsx'
import { ActionForm, dayTag, helpTag } from './small-parts.tsx'

export type Chore = Extract<Advice, 'item_locked' | 'password_reset' | 'user_setup' | 'bank_first'>

/** The bank's step, then ours. */
export function BankFirstSteps({ facts: { page, t }, chore }: { facts: PageFacts; chore: Chore }) {
  const host = hostOf(page.institutionUrl)
  return (
    <ol className="steps">
      <li className="now">
        <span className="n">1</span>
        <div>
          <h2>{t(`reconnect.bankFirst.${chore}.step`)}</h2>
          <p>{t(`reconnect.bankFirst.${chore}.how`)}</p>
          {host && page.institutionUrl ? (
            <a className="btn primary lg" href={page.institutionUrl} target="_blank" rel="noreferrer">
              {t('reconnect.bankFirst.open', { host })}
              <Icon name="external" className="end" />
            </a>
          ) : null}
        </div>
      </li>
      <li>
        <span className="n">2</span>
        <div>
          <h2>{t('reconnect.bankFirst.back.title')}</h2>
          <p>{t('reconnect.bankFirst.back.text')}</p>
        </div>
      </li>
    </ol>
  )
}

/** What is good to know while the bank comes first. */
export function BankFirstAside({ facts, chore }: { facts: PageFacts; chore: Chore }) {
  const { t, page, token } = facts
  return (
    <Assurances>
      <Assurance icon="mail">
        <ActionForm token={token} act="later">
          <input type="hidden" name="later" value="tomorrow" />
          {t.rich('reconnect.bankFirst.noTime', {
            ...dayTag(page.linkExpiresAt, facts),
            remind: (words) => <SentenceButton type="submit">{words}</SentenceButton>,
          })}
        </ActionForm>
      </Assurance>
      <Assurance icon="phone">{t('reconnect.bankFirst.noEntry')}</Assurance>
      {chore === 'item_locked' ? (
        <Assurance icon="help">{t.rich('reconnect.bankFirst.locked', helpTag('locked-account'))}</Assurance>
      ) : null}
    </Assurances>
  )
}
