import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { helpWords } from '../help-words.ts'
import { Prose } from '../prose.tsx'
import { TopicPage, topicMetadata } from '../topic-page.tsx'
import { type PlainTopic, partsOf, plainTopics } from '../topics.ts'

type PlainHelpPageProps = { params: Promise<{ topic: string }> }

export async function generateMetadata({ params }: PlainHelpPageProps): Promise<Metadata> {
  return topicMetadata(known((await params).topic))
}

/** A help page that is words alone. */
export default async function PlainHelpPage({ params }: PlainHelpPageProps) {
  const topic = known((await params).topic)
  const { t, facts } = await helpWords()
  return (
    <TopicPage topic={topic}>
      <div className="parts">
        {partsOf[topic].map((part) => (
          <section key={part} aria-labelledby={part}>
            <h2 id={part}>{t(`help.pages.${part}.title`, facts)}</h2>
            <Prose part={part} />
          </section>
        ))}
      </div>
    </TopicPage>
  )
}

function known(asked: string): PlainTopic {
  return plainTopics.find((topic) => topic === asked) ?? notFound()
}
