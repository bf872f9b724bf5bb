import { typedAddress } from '#lib/domain/typed-address.ts'
import { wordsIn } from '#messages/words.ts'
import { dayIn } from './dates.ts'
import { isolated } from './names.ts'
import { type MessageMailProps, needsPerson, remindedVariantOf, type Topic } from './topic.ts'

/** All that a mail about several banks says beside the sentence of each bank. */
export type DigestWords = {
  title: string
  preview: string
  paragraphs: string[]
  /** Null where no bank needs the person. */
  button: string | null
  underButton: string
  trust: string
  why: string
}

/** What a mail about several banks comes down to. */
type Gist = 'needsYou' | 'news' | 'repaired'

/** The banks in the order in which a mail lists them: first those that need the person. */
export function inOrder(topics: readonly Topic[]): Topic[] {
  return [...topics.filter(needsPerson), ...topics.filter((topic) => !needsPerson(topic))]
}

/** The words for several topics together; names in them are isolated. */
export function digestWords(props: MessageMailProps): DigestWords {
  const { language, topics } = props
  const t = wordsIn(language)
  const needy = topics.filter(needsPerson)
  const expires = dayIn(language, props.timeZone)(props.linkExpiresAt)
  const allEnding = needy.every(({ kind }) => kind === 'ends_soon')
  return {
    title: titleOf(props, needy),
    preview: t(`mail.digest.preview.${gistOf(topics)}`, factsOf(props, needy)),
    paragraphs: [openingOf(props, needy)],
    button: needy.length > 0 ? t(`mail.digest.button.${allEnding ? 'renew' : 'reconnect'}`) : null,
    underButton: t('mail.underButton.several', { expires }),
    trust: t('mail.trust.several', { place: typedAddress(props.appUrl) }),
    why: t('mail.why.several', factsOf(props, topics)),
  }
}

function gistOf(topics: readonly Topic[]): Gist {
  if (topics.some(needsPerson)) return 'needsYou'
  return topics.every(({ kind }) => kind === 'repaired') ? 'repaired' : 'news'
}

function titleOf(props: MessageMailProps, needy: readonly Topic[]): string {
  const t = wordsIn(props.language)
  const gist = gistOf(props.topics)
  if (gist !== 'needsYou') return t(`mail.digest.title.${gist}`, factsOf(props, props.topics))
  const isReminder = needy.every((topic) => remindedVariantOf(topic) !== null)
  return t(`mail.digest.title.${isReminder ? 'stillWaiting' : gist}`, factsOf(props, needy))
}

function openingOf(props: MessageMailProps, needy: readonly Topic[]): string {
  const t = wordsIn(props.language)
  const gist = gistOf(props.topics)
  if (gist !== 'needsYou') return t(`mail.digest.opening.${gist}`, factsOf(props, props.topics))
  const opening = t(`mail.digest.opening.${needOf(needy)}`, factsOf(props, needy))
  const others = props.topics.filter((topic) => !needsPerson(topic))
  return others.length === 0 ? opening : `${opening} ${t('mail.digest.alsoNews', factsOf(props, others))}`
}

function needOf(needy: readonly Topic[]): 'broken' | 'ending' | 'both' {
  if (needy.every(({ kind }) => kind === 'broken')) return 'broken'
  return needy.every(({ kind }) => kind === 'ends_soon') ? 'ending' : 'both'
}

function factsOf({ language, brand }: MessageMailProps, counted: readonly Topic[]) {
  const t = wordsIn(language)
  const count = counted.length
  return {
    brand: isolated(brand.name),
    count,
    number: t('mail.number', { count }),
    numberAtStart: t('mail.numberAtStart', { count }),
  }
}
