import { digestWords } from './_parts/digest-words.ts'
import { plain } from './_parts/names.ts'
import type { MessageMailProps } from './_parts/topic.ts'
import { topicWords } from './_parts/topic-words.tsx'

/** A message that the browser shows, perhaps on a lock screen: it names no account. */
export type MessagePush = { title: string; body: string; url: string }

const longestTitle = 60
const longestBody = 140

/** The browser message for the same props as the mail; one topic opens its page, several open the dashboard. */
export function renderMessagePush(props: MessageMailProps): MessagePush {
  const [topic] = props.topics
  if (props.topics.length > 1) {
    const { title, preview } = digestWords(props)
    const url = `${props.appUrl.replace(/\/+$/, '')}/dashboard`
    return { title: fitted(longestTitle, title), body: fitted(longestBody, preview), url }
  }
  const { subject, subjectShort, preview } = topicWords(props, topic)
  return {
    title: fitted(longestTitle, subject, subjectShort),
    body: fitted(longestBody, preview),
    url: topic.reconnectUrl,
  }
}

/** The first of the sentences that fits; the last one cut where none does. */
function fitted(most: number, ...sentences: string[]): string {
  const candidates = sentences.map(plain)
  const fitting = candidates.find((sentence) => sentence.length <= most)
  return fitting ?? `${(candidates.at(-1) ?? '').slice(0, most - 1).trimEnd()}…`
}
