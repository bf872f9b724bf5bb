import { env } from '#lib/env.ts'
import { readSupportCase } from '#lib/features/reconnect/read-support-case.ts'
import { pageOf } from '../../_http/reconnect-route.ts'
import { Assurance, Assurances, Sheet, Stamp } from '../../_link/sheet.tsx'
import { ButtonLink } from '../../_ui/button.tsx'
import './help-sheet.css'
import type { PageFacts } from './page-facts.ts'
import { caseText } from './support-case.ts'

/** Support was told: the case that they see, ready to be sent or read out. No secret and nothing that was typed. */
export async function HelpSheet({ facts }: { facts: PageFacts }) {
  const { t, page, token, companyName: brand, now } = facts
  const bank = page.institution.name
  const supportEmail = env().SUPPORT_EMAIL
  const text = caseText(await readSupportCase(token, now), t)
  return (
    <Sheet
      picture={<Stamp icon="people" />}
      title={t('reconnect.help.title', { brand })}
      lead={t(supportEmail ? 'reconnect.help.lead' : 'reconnect.help.leadAlone', { brand, bank })}
      act={
        <>
          {supportEmail ? (
            <a
              className="btn primary xl wide"
              href={mailto(
                supportEmail,
                t('reconnect.help.subject', { bank }),
                `${t('reconnect.help.greeting', { bank })}\n\n${text}\n`,
              )}
            >
              {t('reconnect.help.mail')}
            </a>
          ) : null}
          <ButtonLink href={pageOf(token)} size="xl" block>
            {t('reconnect.help.back')}
          </ButtonLink>
        </>
      }
    >
      <Assurances>
        <Assurance icon="note">{t('reconnect.help.copy')}</Assurance>
      </Assurances>
      <section aria-label={t('reconnect.help.label')}>
        <pre className="case">{text}</pre>
      </section>
    </Sheet>
  )
}

function mailto(address: string, subject: string, body: string): string {
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
}
