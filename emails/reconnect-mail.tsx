import type { ErrorClass } from '#lib/domain/error-class.ts'
import type { NoticeKind } from '#lib/domain/notice.ts'
import { AccountList, type MailAccount } from './_parts/account-list.tsx'
import { ActionButton } from './_parts/action-button.tsx'
import { Joint } from './_parts/joint.tsx'
import { MailFrame } from './_parts/mail-frame.tsx'
import { plainText } from './_parts/plain-text.ts'
import { onOneLine, placeOf } from './_parts/spelling.ts'
import { Paragraph, Rule, SmallPrint, Strong, TextLink, Title } from './_parts/text-blocks.tsx'
import { type Words, wordsFor } from './_parts/words.ts'

/** All that a mail about one Item needs to know. */
export type ReconnectMailProps = {
  kind: NoticeKind
  errorClass: ErrorClass | null
  brand: { name: string; logoUrl: string | null; url: string }
  institution: { name: string; logoUrl: string | null }
  personName: string | null
  brokenSince: Date
  /** When access ends, where that is known and still ahead. */
  endsAt: Date | null
  accounts: MailAccount[]
  /** Where the one button leads. */
  reconnectUrl: string
  linkExpiresAt: Date
  appUrl: string
  helpUrl: string
}

/** The mail's subject, on one line. */
export function reconnectMailSubject(props: ReconnectMailProps): string {
  return words(props).subject
}

/** What an inbox shows after the subject; says something that the subject does not. */
export function reconnectMailPreview(props: ReconnectMailProps): string {
  return words(props).preview
}

/** The mail to a person whose bank connection needs them. */
export function ReconnectMail(props: ReconnectMailProps) {
  const { brand, institution, accounts } = props
  const { subject, preview, paragraphs, accountsLead, button, underButton, offersHelp } = words(props)
  return (
    <MailFrame subject={subject} preview={preview} brand={brand} footer={<p style={{ margin: 0 }}>{reason(props)}</p>}>
      <Joint bank={institution} company={brand} isOpen={props.kind !== 'ends_soon' && props.kind !== 'repaired'} />
      <Title>{subject}</Title>
      <Paragraph>{greeting(props)}</Paragraph>
      {paragraphs.map((paragraph, index) => (
        <Paragraph key={paragraph} after={index === paragraphs.length - 1 && accounts.length === 0 ? 26 : 16}>
          {paragraph}
        </Paragraph>
      ))}
      {accounts.length > 0 && (
        <>
          <Paragraph after={8}>
            <Strong>{accountsLead[0]}</Strong> {accountsLead[1]}
          </Paragraph>
          <AccountList accounts={accounts} />
        </>
      )}
      <ActionButton href={props.reconnectUrl}>{button}</ActionButton>
      <SmallPrint before={14}>{underButton}</SmallPrint>
      <Rule />
      <SmallPrint>{trustLine(props)}</SmallPrint>
      {offersHelp && (
        <SmallPrint before={12}>
          Signing in again doesn’t work? <TextLink href={props.helpUrl}>Three things to check</TextLink>.
        </SmallPrint>
      )}
    </MailFrame>
  )
}

/** The same mail for readers without html: written by hand, since converted tables read badly. */
export function reconnectMailText(props: ReconnectMailProps): string {
  const { subject, paragraphs, accountsLead, button, underButton, offersHelp } = words(props)
  return plainText([
    subject,
    greeting(props),
    ...paragraphs,
    ...(props.accounts.length > 0 ? [[accountsLead.join(' '), ...props.accounts.map(accountLine)].join('\n')] : []),
    `${button}:\n${props.reconnectUrl}`,
    underButton,
    trustLine(props),
    ...(offersHelp ? [`Signing in again doesn’t work? Three things to check:\n${props.helpUrl}`] : []),
    `--\n${reason(props)}`,
  ])
}

function words(props: ReconnectMailProps): Words {
  return wordsFor({
    kind: props.kind,
    errorClass: props.errorClass,
    brandName: onOneLine(props.brand.name),
    bankName: onOneLine(props.institution.name),
    brokenSince: props.brokenSince,
    endsAt: props.endsAt,
    linkExpiresAt: props.linkExpiresAt,
  })
}

function greeting({ personName }: ReconnectMailProps): string {
  const name = onOneLine(personName ?? '')
  return name ? `Hello ${name},` : 'Hello,'
}

function accountLine(account: MailAccount): string {
  return account.mask ? `- ${account.name}, ending ${account.mask}` : `- ${account.name}`
}

function trustLine({ appUrl, kind }: ReconnectMailProps): string {
  const waits = kind === 'cannot_return' ? 'you can connect your bank there, too' : 'the same button waits there'
  return `Wary of links about your bank? Good. Go to ${placeOf(appUrl)} yourself: ${waits}. We never ask for your bank password, and never see it.`
}

function reason({ institution, brand }: ReconnectMailProps): string {
  return `You get this because you connected ${onOneLine(institution.name)} to ${onOneLine(brand.name)}.`
}
