import type { HelpTopic } from '#lib/domain/help-topic.ts'
import type { Language } from '#lib/domain/language.ts'
import { type Catalog, wordsIn } from '#messages/words.ts'
import { SmallPrint, TextLink } from './text-blocks.tsx'
import type { MessageMailProps } from './topic.ts'

/** The help pages that mails lead to. */
export type OfferedTopic = HelpTopic & keyof Catalog['mail']['help']
export type HelpOffer = { question: string; link: string; href: string }

/** A question that a reader may have, and the help page that answers it. */
export function helpOffer({ language, helpUrl }: MessageMailProps, topic: OfferedTopic): HelpOffer {
  const t = wordsIn(language)
  return {
    question: t(`mail.help.${topic}.question`),
    link: t(`mail.help.${topic}.link`),
    href: `${helpUrl}/${topic}`,
  }
}

/** The last words over the footer. */
export function HelpLine({ offer: { question, link, href } }: { offer: HelpOffer }) {
  return (
    <SmallPrint before={12}>
      {question} <TextLink href={href}>{link}</TextLink>.
    </SmallPrint>
  )
}

/** The same for the text part. */
export function helpLines(language: Language, { question, link, href }: HelpOffer): string {
  return `${question} ${wordsIn(language)('mail.buttonInText', { button: link })}\n${href}`
}
