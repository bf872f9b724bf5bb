import type { Language } from '#lib/domain/language.ts'
import { pushPublicKey } from '#lib/features/notices/push-subscriptions.ts'
import { wordsIn } from '#messages/words.ts'
import './browser-messages.css'
import { ThisBrowser } from './this-browser.client.tsx'

type BrowserMessagesProps = {
  /** The browsers that this person asked to be told in. */
  endpoints: string[]
  language: Language
}

/** Offers to tell a signed-in person in this browser, too. Nothing where this installation sends no such messages. */
export function BrowserMessages({ endpoints, language }: BrowserMessagesProps) {
  const publicKey = pushPublicKey()
  if (!publicKey) return null
  const t = wordsIn(language)
  const words = {
    off: { title: t('browserMessages.off.title'), text: t('browserMessages.off.text') },
    on: { title: t('browserMessages.on.title'), text: t('browserMessages.on.text') },
    denied: { title: t('browserMessages.denied.title'), text: t('browserMessages.denied.text') },
    unsupported: { title: t('browserMessages.unsupported.title'), text: t('browserMessages.unsupported.text') },
    turnOn: t('browserMessages.off.button'),
    turningOn: t('browserMessages.asking'),
    turnOff: t('browserMessages.on.button'),
    turningOff: t('browserMessages.turningOff'),
    failed: t('browserMessages.failed'),
  }
  return <ThisBrowser publicKey={publicKey} endpoints={endpoints} words={words} />
}
