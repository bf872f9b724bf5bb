import type { Metadata } from 'next'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { HelpTopic } from '#lib/domain/help-topic.ts'
import { ButtonLink } from '../_ui/button.tsx'
import { HelpFrame } from './help-frame.tsx'
import { helpWords } from './help-words.ts'
import { TopicLinks } from './topic-links.tsx'
import { relatedTopics } from './topics.ts'

type TopicPageProps = { topic: HelpTopic; children: ReactNode }

/** What the browser shows of a help page outside of it. */
export async function topicMetadata(topic: HelpTopic): Promise<Metadata> {
  const { t } = await helpWords()
  return { title: t(`help.pages.${topic}.title`), description: t(`help.pages.${topic}.short`) }
}

/** A help page: what it is about, its parts, the way on, and where else to look. */
export async function TopicPage({ topic, children }: TopicPageProps) {
  const { t, facts } = await helpWords()
  return (
    <HelpFrame title={t(`help.pages.${topic}.title`)} lead={t(`help.pages.${topic}.lead`, facts)}>
      {children}
      <div className="go">
        <ButtonLink href="/dashboard" variant="primary" size="xl" wrap>
          {t('help.toBanks')}
        </ButtonLink>
      </div>
      <nav className="more" aria-labelledby="more">
        <h2 id="more">{t('help.related')}</h2>
        <TopicLinks topics={relatedTopics[topic]} />
        <Link className="link-btn" href="/help">
          {t('help.all')}
        </Link>
      </nav>
    </HelpFrame>
  )
}
