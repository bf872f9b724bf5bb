import { type MessageMailProps, renderMessageMail, renderMessagePush, renderSignInMail } from '#emails/render-mail.tsx'
import { type Language, languages } from '#lib/domain/language.ts'
import {
  sampleDigest,
  sampleMessage,
  sampleReminders,
  sampleTopic,
  sampleTopics,
} from '../../testing/sample-messages.ts'

/** One mail in one language, ready to be drawn. */
export type GalleryMail = {
  name: string
  language: Language
  subject: string
  html: string
  text: string
  push: { title: string; body: string } | null
}

const longBank = { name: 'Raiffeisenlandesbank Niederösterreich-Wien Genossenschaft mit b. H. AG', logoUrl: null }
const arabicBank = { name: 'مصرف الراجحي', logoUrl: null }
const [first, ...others] = sampleDigest
const repaired = sampleTopic({
  kind: 'repaired',
  errorClass: null,
  institution: { name: 'Tartan Bank', logoUrl: null },
})

const messages: Record<string, Partial<MessageMailProps>> = {
  ...Object.fromEntries(Object.entries(sampleTopics).map(([name, topic]) => [name, { topics: [topic] }])),
  ...Object.fromEntries(
    ['sign in, again', 'locked, again', 'ends soon, again'].map((name) => [
      name,
      { topics: [sampleTopic(sampleReminders[name])] },
    ]),
  ),
  'several banks': { topics: sampleDigest },
  'several banks, one of them works again': { topics: [first, ...others, repaired] },
  'long names': {
    personName: 'Maria Anunciação Bettencourt-Villeneuve de Almeida e Saldanha',
    topics: [sampleTopic({ institution: longBank, accounts: [{ name: longBank.name, mask: '4021' }] })],
  },
  'names from right to left': {
    personName: 'יעל כהן',
    topics: [sampleTopic({ institution: arabicBank, accounts: [{ name: 'حساب التوفير', mask: '4021' }] })],
  },
}

/** Every mail in every language. */
export async function galleryMails(): Promise<GalleryMail[]> {
  const told = Object.entries(messages).map(([name, changes]) => {
    return Promise.all(languages.map((language) => message(name, sampleMessage({ ...changes, language }))))
  })
  const signIns = await Promise.all(languages.map(signIn))
  return [...(await Promise.all(told)).flat(), ...signIns]
}

async function message(name: string, props: MessageMailProps): Promise<GalleryMail> {
  return { name, language: props.language, ...(await renderMessageMail(props)), push: renderMessagePush(props) }
}

async function signIn(language: Language): Promise<GalleryMail> {
  const { brand, appUrl } = sampleMessage()
  const mail = await renderSignInMail({ language, brand, url: `${appUrl}sign-in/confirm`, expiresInMinutes: 30 })
  return { name: 'sign-in link', language, ...mail, push: null }
}
