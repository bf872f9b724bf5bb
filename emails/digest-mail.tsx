import { wordsIn } from '#messages/words.ts'
import { ActionButton } from './_parts/action-button.tsx'
import { BankRow } from './_parts/bank-row.tsx'
import { digestWords, inOrder } from './_parts/digest-words.ts'
import { Footer, footerLines } from './_parts/footer.tsx'
import { greeting } from './_parts/greeting.ts'
import { HelpLine, helpLines, helpOffer } from './_parts/help-offer.tsx'
import { MailFrame } from './_parts/mail-frame.tsx'
import { isolated, plain } from './_parts/names.ts'
import { plainText } from './_parts/plain-text.ts'
import { Said } from './_parts/said.tsx'
import { Paragraph, Rule, SmallPrint, Title } from './_parts/text-blocks.tsx'
import type { MessageMailProps, Topic } from './_parts/topic.ts'
import { topicWords } from './_parts/topic-words.tsx'

/** The subject of a mail about several banks, on one line. */
export function digestMailSubject(props: MessageMailProps): string {
  return plain(digestWords(props).title)
}

/** What an inbox shows after the subject. */
export function digestMailPreview(props: MessageMailProps): string {
  return plain(digestWords(props).preview)
}

/** The mail to a person about several of their banks: each with its own sentence and its own way, one button on top of them. */
export function DigestMail(props: MessageMailProps) {
  const { language, brand, preferencesUrl } = props
  const { title, paragraphs, button, underButton, trust, why } = digestWords(props)
  const topics = inOrder(props.topics)
  return (
    <MailFrame
      language={language}
      subject={plain(title)}
      preview={digestMailPreview(props)}
      brand={brand}
      footer={<Footer language={language} why={why} preferencesUrl={preferencesUrl} />}
    >
      <Title>{title}</Title>
      <Paragraph>
        <Said>{greeting(props)}</Said>
      </Paragraph>
      {paragraphs.map((paragraph) => (
        <Paragraph key={paragraph} after={6}>
          <Said>{paragraph}</Said>
        </Paragraph>
      ))}
      <table role="presentation" width="100%" style={{ marginBottom: button ? 24 : 0 }}>
        <tbody>
          {topics.map((topic, index) => (
            <BankRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a mail is rendered once, and a person may have a bank twice
              key={index}
              institution={topic.institution}
              sentence={rowSentence(props, topic)}
              link={linkOf(props, topic)}
              isLast={index === topics.length - 1}
            />
          ))}
        </tbody>
      </table>
      {button && <ActionButton href={topics[0]?.reconnectUrl ?? props.appUrl}>{button}</ActionButton>}
      {hasLink(props) && (
        <>
          <SmallPrint before={14}>{underButton}</SmallPrint>
          <Rule />
          <SmallPrint>{trust}</SmallPrint>
          <HelpLine offer={helpOffer(props, 'genuine-mail')} />
        </>
      )}
    </MailFrame>
  )
}

/** The same mail for readers without html. */
export function digestMailText(props: MessageMailProps): string {
  const { title, paragraphs, underButton, trust, why } = digestWords(props)
  return plainText([
    title,
    greeting(props),
    ...paragraphs,
    ...inOrder(props.topics).map((topic) => rowLines(props, topic)),
    ...(hasLink(props) ? [underButton, trust, helpLines(props.language, helpOffer(props, 'genuine-mail'))] : []),
    footerLines({ language: props.language, why, preferencesUrl: props.preferencesUrl }),
  ])
}

function rowSentence(props: MessageMailProps, topic: Topic): string {
  const { row } = topicWords(props, topic)
  const count = topic.accounts.length
  return count === 0 ? row : `${row} ${wordsIn(props.language)('mail.accountCount', { count })}.`
}

function rowLines(props: MessageMailProps, topic: Topic): string {
  const link = linkOf(props, topic)
  const t = wordsIn(props.language)
  const name = `* ${isolated(topic.institution.name)}`
  const sentence = rowSentence(props, topic)
  return [name, sentence, ...(link ? [`${t('mail.buttonInText', { button: link.words })}\n${link.href}`] : [])].join(
    '\n',
  )
}

function linkOf(props: MessageMailProps, topic: Topic): { words: string; href: string } | null {
  const { rowLink } = topicWords(props, topic)
  return rowLink === null ? null : { words: rowLink, href: topic.reconnectUrl }
}

function hasLink(props: MessageMailProps): boolean {
  return props.topics.some((topic) => linkOf(props, topic) !== null)
}
