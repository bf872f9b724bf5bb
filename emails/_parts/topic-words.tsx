import type { ReactNode } from 'react'
import { typedAddress } from '#lib/domain/typed-address.ts'
import { wordsIn } from '#messages/words.ts'
import { dayIn } from './dates.ts'
import { type HelpOffer, helpOffer, type OfferedTopic } from './help-offer.tsx'
import { isolated } from './names.ts'
import { Said } from './said.tsx'
import { Strong } from './text-blocks.tsx'
import { type MessageMailProps, remindedVariantOf, type Topic, type Variant, variantOf } from './topic.ts'

/** All that a mail about one bank says; the html, the text part and the browser message are made of it. */
export type TopicWords = {
  subject: string
  /** The subject where a long name leaves it no room. */
  subjectShort: string
  preview: string
  paragraphs: string[]
  /** Stands before the list of accounts. */
  accountsLead: { html: ReactNode; text: string }
  /** Null where there is nothing to do. */
  action: { button: string; underButton: string; trust: string } | null
  /** The bank's sentence in a mail about several. */
  row: string
  rowLink: string | null
  /** The one help page that belongs to this mail. */
  help: HelpOffer | null
}

const underButtons: Record<Variant, 'minute' | 'later' | 'untilOnly' | 'anew'> = {
  sign_in: 'minute',
  consent_expired: 'minute',
  connection_ended: 'minute',
  permission: 'minute',
  ends_soon: 'minute',
  ends_soon_undated: 'minute',
  item_locked: 'later',
  password_reset_required: 'later',
  user_setup_required: 'later',
  bank_first: 'later',
  access_withdrawn_at_bank: 'untilOnly',
  access_revoked: 'untilOnly',
  cannot_return: 'anew',
  repaired: 'untilOnly',
}
const helpTopicOf: Record<Variant, OfferedTopic | null> = {
  sign_in: 'invalid-credentials',
  consent_expired: 'genuine-mail',
  connection_ended: 'invalid-credentials',
  permission: 'accounts-missing',
  ends_soon: 'genuine-mail',
  ends_soon_undated: 'genuine-mail',
  item_locked: 'locked-account',
  password_reset_required: 'invalid-credentials',
  user_setup_required: 'invalid-credentials',
  bank_first: 'invalid-credentials',
  access_withdrawn_at_bank: 'genuine-mail',
  access_revoked: 'genuine-mail',
  cannot_return: 'genuine-mail',
  repaired: null,
}

/** The words for one topic of a message; names in them are isolated. */
export function topicWords(props: MessageMailProps, topic: Topic): TopicWords {
  const t = wordsIn(props.language)
  const variant = variantOf(topic)
  const facts = factsOf(props, topic)
  const [underButton, trust] = [underButtons[variant], variant === 'cannot_return' ? 'anew' : 'same'] as const
  const offered = helpTopicOf[variant]
  return {
    ...openingWords(props, topic),
    preview: t(`mail.topics.${variant}.preview`, facts),
    accountsLead: {
      html: t.rich(`mail.topics.${variant}.accounts`, { ...facts, strong: emphasised }),
      text: t.markup(`mail.topics.${variant}.accounts`, { ...facts, strong: (words) => words }),
    },
    action:
      variant === 'repaired'
        ? null
        : {
            button: t(`mail.topics.${variant}.button`),
            underButton: t(`mail.underButton.${underButton}`, facts),
            trust: t(`mail.trust.${trust}`, facts),
          },
    row: t(`mail.topics.${variant}.row`, facts),
    rowLink: variant === 'repaired' ? null : t(`mail.topics.${variant}.rowLink`),
    help: offered ? helpOffer(props, offered) : null,
  }
}

/** A reminder begins in its own words, whatever it is about. */
function openingWords(props: MessageMailProps, topic: Topic) {
  const t = wordsIn(props.language)
  const facts = factsOf(props, topic)
  const reminded = remindedVariantOf(topic)
  const variant = variantOf(topic)
  if (!reminded) {
    return {
      subject: t(`mail.topics.${variant}.subject`, facts),
      subjectShort: t(`mail.topics.${variant}.subjectShort`, facts),
      paragraphs: paragraphsOf(t(`mail.topics.${variant}.body`, facts)),
    }
  }
  const kind = topic.kind === 'ends_soon' ? 'ends_soon' : 'broken'
  return {
    subject: t(`mail.reminder.${kind}.subject`, facts),
    subjectShort: t(`mail.reminder.${kind}.subjectShort`, facts),
    paragraphs: paragraphsOf(t(`mail.topics.${reminded}.reminder`, facts)),
  }
}

function factsOf(props: MessageMailProps, topic: Topic) {
  const day = dayIn(props.language, props.timeZone)
  return {
    bank: isolated(topic.institution.name),
    brand: isolated(props.brand.name),
    since: day(topic.since),
    ends: topic.endsAt ? day(topic.endsAt) : '',
    expires: day(props.linkExpiresAt),
    place: typedAddress(props.appUrl),
  }
}

function paragraphsOf(body: string): string[] {
  return body.split('\n\n')
}

function emphasised(words: ReactNode): ReactNode {
  return (
    <Strong>
      <Said>{words}</Said>
    </Strong>
  )
}
