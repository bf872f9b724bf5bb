import { type HelpTopic, helpTopics } from '#lib/domain/help-topic.ts'
import type { Catalog } from '#messages/words.ts'
import type { IconName } from '../_ui/icon-drawings.tsx'

type Pages = Catalog['help']['pages']

/** A piece of a help page, by its key in the catalogs; each has a title and a text. */
export type HelpPart = { [T in HelpTopic]: `${T}.parts.${keyof Pages[T]['parts'] & string}` }[HelpTopic]

/** A topic whose page is words alone. */
export type PlainTopic = Exclude<HelpTopic, 'invalid-credentials'>
export const plainTopics = helpTopics.filter((topic): topic is PlainTopic => topic !== 'invalid-credentials')

/** The parts of each page in the order in which they are read. */
export const partsOf: Record<PlainTopic, readonly HelpPart[]> = {
  'locked-account': [
    'locked-account.parts.unlock',
    'locked-account.parts.pause',
    'locked-account.parts.back',
    'locked-account.parts.someoneElse',
  ],
  codes: ['codes.parts.wait', 'codes.parts.newest', 'codes.parts.number', 'codes.parts.otherWay', 'codes.parts.forYou'],
  'accounts-missing': [
    'accounts-missing.parts.again',
    'accounts-missing.parts.hidden',
    'accounts-missing.parts.closed',
    'accounts-missing.parts.onPurpose',
  ],
  'bank-unavailable': [
    'bank-unavailable.parts.howLong',
    'bank-unavailable.parts.asking',
    'bank-unavailable.parts.data',
    'bank-unavailable.parts.leaveIt',
    'bank-unavailable.parts.longer',
  ],
  'genuine-mail': [
    'genuine-mail.parts.goYourself',
    'genuine-mail.parts.ours',
    'genuine-mail.parts.never',
    'genuine-mail.parts.odd',
    'genuine-mail.parts.typed',
  ],
  'what-we-see': [
    'what-we-see.parts.shared',
    'what-we-see.parts.password',
    'what-we-see.parts.support',
    'what-we-see.parts.stop',
    'what-we-see.parts.letters',
  ],
}

export const topicIcons: Record<HelpTopic, IconName> = {
  'invalid-credentials': 'key',
  'locked-account': 'lock',
  codes: 'phone',
  'accounts-missing': 'bank',
  'bank-unavailable': 'state-outage',
  'genuine-mail': 'mail',
  'what-we-see': 'shield',
}

/** What the readers of a page may look for next. */
export const relatedTopics: Record<HelpTopic, readonly HelpTopic[]> = {
  'invalid-credentials': ['codes', 'bank-unavailable', 'what-we-see'],
  'locked-account': ['invalid-credentials', 'codes', 'genuine-mail'],
  codes: ['invalid-credentials', 'locked-account', 'bank-unavailable'],
  'accounts-missing': ['what-we-see', 'bank-unavailable', 'invalid-credentials'],
  'bank-unavailable': ['invalid-credentials', 'accounts-missing', 'genuine-mail'],
  'genuine-mail': ['what-we-see', 'locked-account', 'invalid-credentials'],
  'what-we-see': ['genuine-mail', 'accounts-missing', 'invalid-credentials'],
}
