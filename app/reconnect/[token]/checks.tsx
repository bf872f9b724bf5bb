import './accounts.css'
import './checks.css'
import type { ReactNode } from 'react'
import { hostOf } from './bank-site.ts'
import type { PageFacts } from './page-facts.ts'
import { siteTag } from './small-parts.tsx'

/** The three checks of the help page, in place, to tick off. They hold nobody up: the button is there all the same. */
export function Checks({ facts: { t, page } }: { facts: PageFacts }) {
  const host = hostOf(page.institutionUrl)
  return (
    <ol className="list checks" aria-label={t('reconnect.checks.label')}>
      <Check
        id="check-right"
        title={t('reconnect.checks.right.title', { bank: page.institution.name })}
        text={t('reconnect.checks.right.text')}
      />
      <Check
        id="check-works"
        title={t('reconnect.checks.works.title')}
        text={
          host && page.institutionUrl
            ? t.rich('reconnect.checks.works.textWithSite', { host, ...siteTag(page.institutionUrl) })
            : t('reconnect.checks.works.text')
        }
      />
      <Check id="check-old" title={t('reconnect.checks.old.title')} text={t('reconnect.checks.old.text')} />
    </ol>
  )
}

function Check({ id, title, text }: { id: string; title: string; text: ReactNode }) {
  return (
    <li>
      <input className="tick lg" type="checkbox" id={id} />
      <div className="grow">
        <label htmlFor={id} className="name">
          {title}
        </label>
        <p>{text}</p>
      </div>
    </li>
  )
}
