import Link from 'next/link'
import type { HelpTopic } from '#lib/domain/help-topic.ts'
import { Icon } from '../_ui/icon.tsx'
import { helpWords } from './help-words.ts'
import { topicIcons } from './topics.ts'

/** Help pages to go to, each with what it is about. */
export async function TopicLinks({ topics }: { topics: readonly HelpTopic[] }) {
  const { t } = await helpWords()
  return (
    <ul className="topics">
      {topics.map((topic) => (
        <li key={topic}>
          <Link href={`/help/${topic}`}>
            <Icon name={topicIcons[topic]} size={20} />
            <span className="grow">
              <b>{t(`help.pages.${topic}.title`)}</b>
              <small>{t(`help.pages.${topic}.short`)}</small>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
