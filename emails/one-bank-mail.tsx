import { wordsIn } from '#messages/words.ts'
import { AccountList, accountLines } from './_parts/account-list.tsx'
import { ActionButton } from './_parts/action-button.tsx'
import { Footer, footerLines } from './_parts/footer.tsx'
import { greeting } from './_parts/greeting.ts'
import { HelpLine, helpLines } from './_parts/help-offer.tsx'
import { Joint } from './_parts/joint.tsx'
import { MailFrame } from './_parts/mail-frame.tsx'
import { isolated, plain } from './_parts/names.ts'
import { plainText } from './_parts/plain-text.ts'
import { Said } from './_parts/said.tsx'
import { Paragraph, Rule, SmallPrint, Title } from './_parts/text-blocks.tsx'
import { type MessageMailProps, variantOf } from './_parts/topic.ts'
import { topicWords } from './_parts/topic-words.tsx'

/** The subject of a mail about one bank, on one line. */
export function oneBankMailSubject(props: MessageMailProps): string {
  return plain(topicWords(props, props.topics[0]).subject)
}

/** What an inbox shows after the subject; says something that the subject does not. */
export function oneBankMailPreview(props: MessageMailProps): string {
  return plain(topicWords(props, props.topics[0]).preview)
}

/** The mail to a person about one of their banks. */
export function OneBankMail(props: MessageMailProps) {
  const { language, brand, topics } = props
  const [topic] = topics
  const { institution, accounts } = topic
  const { subject, paragraphs, accountsLead, action, help } = topicWords(props, topic)
  const isLast = (index: number) => index === paragraphs.length - 1 && accounts.length === 0
  return (
    <MailFrame
      language={language}
      subject={plain(subject)}
      preview={oneBankMailPreview(props)}
      brand={brand}
      footer={<Footer {...footerOf(props)} />}
    >
      <Joint bank={institution} company={brand} isOpen={isApart(props)} />
      <Title>
        <Said>{subject}</Said>
      </Title>
      <Paragraph>
        <Said>{greeting(props)}</Said>
      </Paragraph>
      {paragraphs.map((paragraph, index) => (
        <Paragraph key={paragraph} after={isLast(index) ? 26 : 16}>
          <Said>{paragraph}</Said>
        </Paragraph>
      ))}
      {accounts.length > 0 && (
        <>
          <Paragraph after={8}>
            <Said>{accountsLead.html}</Said>
          </Paragraph>
          <AccountList accounts={accounts} isLast={!action} />
        </>
      )}
      {action && (
        <>
          <ActionButton href={topic.reconnectUrl}>{action.button}</ActionButton>
          <SmallPrint before={14}>{action.underButton}</SmallPrint>
          <Rule />
          <SmallPrint>{action.trust}</SmallPrint>
        </>
      )}
      {help && <HelpLine offer={help} />}
    </MailFrame>
  )
}

/** The same mail for readers without html: put together from the words, since converted tables read badly. */
export function oneBankMailText(props: MessageMailProps): string {
  const [topic] = props.topics
  const t = wordsIn(props.language)
  const { subject, paragraphs, accountsLead, action, help } = topicWords(props, topic)
  const accounts = accountLines(props.language, topic.accounts)
  return plainText([
    subject,
    greeting(props),
    ...paragraphs,
    ...(accounts.length > 0 ? [[accountsLead.text, ...accounts].join('\n')] : []),
    ...(action
      ? [
          `${t('mail.buttonInText', { button: action.button })}\n${topic.reconnectUrl}`,
          action.underButton,
          action.trust,
        ]
      : []),
    ...(help ? [helpLines(props.language, help)] : []),
    footerLines(footerOf(props)),
  ])
}

/** Whether the picture shows air between bank and company. */
function isApart({ topics: [topic] }: MessageMailProps): boolean {
  const variant = variantOf(topic)
  return !(topic.kind === 'ends_soon' || variant === 'repaired')
}

function footerOf({ language, brand, topics: [topic], preferencesUrl }: MessageMailProps) {
  const names = { bank: isolated(topic.institution.name), brand: isolated(brand.name) }
  return { language, why: wordsIn(language)('mail.why.one', names), preferencesUrl }
}
