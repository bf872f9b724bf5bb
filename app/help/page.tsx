import type { Metadata } from 'next'
import { helpTopics } from '#lib/domain/help-topic.ts'
import { HelpFrame } from './help-frame.tsx'
import { helpWords } from './help-words.ts'
import { TopicLinks } from './topic-links.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await helpWords()
  return { title: t('help.title'), description: t('help.lead') }
}

/** All help pages, by what a person sees. */
export default async function HelpPage() {
  const { t } = await helpWords()
  return (
    <HelpFrame title={t('help.title')} lead={t('help.lead')}>
      <nav aria-label={t('help.topicsLabel')}>
        <TopicLinks topics={helpTopics} />
      </nav>
    </HelpFrame>
  )
}
