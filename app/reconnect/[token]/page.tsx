import type { Metadata } from 'next'
import { cache } from 'react'
import { env } from '#lib/env.ts'
import { readReconnectPage } from '#lib/features/reconnect/read-reconnect-page.ts'
import { wordsIn } from '#messages/words.ts'
import { mayUseLink } from '../../_auth/may-use-link.ts'
import { pageOf } from '../../_http/reconnect-route.ts'
import { pageLanguage } from '../../_languages/page-language.ts'
import { brand } from '../../_ui/brand.ts'
import { PersonShell } from '../../_ui/person-shell.tsx'
import { ClosedSheet, closedTitle } from './closed-sheet.tsx'
import { HealthySheet } from './healthy-sheet.tsx'
import { HelpSheet } from './help-sheet.tsx'
import { Invitation } from './invitation.tsx'
import { LaterSheet } from './later-sheet.tsx'
import { type PageFacts, titleOf } from './page-facts.ts'
import { partiesOf } from './parties.tsx'
import { UnsupportedSheet } from './unsupported-sheet.tsx'
import type { Words } from './words.ts'

type ReconnectPageProps = {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The title and the page ask the same thing. Mail scanners open this address too, so reading changes nothing. */
const readPage = cache(async (token: string) => {
  const page = await readReconnectPage(token, new Date())
  if (!isServed(page) || (await mayUseLink(page.userId))) return page
  return { state: 'signInFirst' as const }
})

export async function generateMetadata({ params, searchParams }: ReconnectPageProps): Promise<Metadata> {
  const t = wordsIn(await pageLanguage())
  const page = await readPage((await params).token)
  if (isServed(page)) return { title: titleOf(page, t) }
  if (page.state === 'healthy') return { title: t('reconnect.healthy.title') }
  return { title: closedTitle('sent' in (await searchParams) ? 'sent' : page.state, t) }
}

/** Where the button of our mails leads: says what stopped, and brings it back without a sign-in here. */
export default async function ReconnectPage({ params, searchParams }: ReconnectPageProps) {
  const { token } = await params
  const language = await pageLanguage()
  return (
    <PersonShell className="reconnect" language={language}>
      <main>
        <PageSheet token={token} asked={await searchParams} t={wordsIn(language)} />
      </main>
    </PersonShell>
  )
}

type PageSheetProps = { token: string; asked: Record<string, unknown>; t: Words }

async function PageSheet({ token, asked, t }: PageSheetProps) {
  const page = await readPage(token)
  const company = brand()
  if (page.state === 'healthy') {
    const words = {
      title: t('reconnect.healthy.title'),
      lead: t('reconnect.healthy.lead', { bank: page.institution.name }),
      banks: t('reconnect.button.banks'),
    }
    return <HealthySheet parties={partiesOf(page.institution, company, t)} {...words} />
  }
  if (!isServed(page)) return <ClosedSheet token={token} state={'sent' in asked ? 'sent' : page.state} t={t} />
  const language = await pageLanguage()
  const facts: PageFacts = {
    token,
    pageUrl: `${env().APP_URL}${pageOf(token)}`,
    page,
    companyName: company.name,
    t,
    language,
    now: new Date(),
    refused: refusedOf(asked),
  }
  if (page.itemState === 'unsupported') return <UnsupportedSheet facts={facts} />
  if ('help' in asked && page.state === 'open') return <HelpSheet facts={facts} />
  if ('later' in asked && page.quietUntil) return <LaterSheet facts={facts} until={page.quietUntil} />
  return <Invitation facts={facts} />
}

/** Whether the page leads through Link, or to the proof of what Link has done a moment ago. */
function isServed<Page extends { state: string }>(page: Page): page is Extract<Page, { state: 'open' | 'repaired' }> {
  return page.state === 'open' || page.state === 'repaired'
}

function refusedOf({ refused }: Record<string, unknown>): PageFacts['refused'] {
  if (refused === 'broken') return 'other'
  return refused === 'too_many' || refused === 'plaid_away' ? refused : null
}
