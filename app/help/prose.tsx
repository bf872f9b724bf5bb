import Link from 'next/link'
import type { ReactNode } from 'react'
import { helpTopics } from '#lib/domain/help-topic.ts'
import { Icon } from '../_ui/icon.tsx'
import type { IconName } from '../_ui/icon-drawings.tsx'
import { helpWords } from './help-words.ts'
import type { HelpPart } from './topics.ts'

const linkTo = (href: string) => (words: ReactNode) => <Link href={href}>{words}</Link>

/** What the catalogs may use in the text of a part. */
const markup = {
  p: (words: ReactNode) => <p>{words}</p>,
  list: (steps: ReactNode) => <ul>{steps}</ul>,
  step: (words: ReactNode) => <Line icon="check">{words}</Line>,
  not: (words: ReactNode) => <Line icon="close">{words}</Line>,
  banks: linkTo('/dashboard'),
  preferences: linkTo('/preferences'),
  ...Object.fromEntries(helpTopics.map((topic) => [topic, linkTo(`/help/${topic}`)])),
}

/** The text of a part: paragraphs, steps, and links to where they lead. */
export async function Prose({ part }: { part: HelpPart }) {
  const { t, facts } = await helpWords()
  return <div className="prose">{t.rich(`help.pages.${part}.text`, { ...facts, ...markup })}</div>
}

function Line({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  )
}
