import type { Language } from '#lib/domain/language.ts'
import { env } from '#lib/env.ts'
import { translator } from '#messages/words.ts'
import './browser-messages.css'
import { ThisBrowser } from './this-browser.client.tsx'

type BrowserMessagesProps = {
  /** The browsers that this person asked to be told in. */
  endpoints: string[]
  language: Language
}

/** Offers to tell a signed-in person in this browser, too. Nothing where this installation sends no such messages. */
export function BrowserMessages({ endpoints, language }: BrowserMessagesProps) {
  const publicKey = env().VAPID?.publicKey
  if (!publicKey) return null
  const t = translator(language, 'browserMessages')
  const words = {
    off: { title: t('off.title'), text: t('off.text') },
    on: { title: t('on.title'), text: t('on.text') },
    denied: { title: t('denied.title'), text: t('denied.text') },
    unsupported: { title: t('unsupported.title'), text: t('unsupported.text') },
    turnOn: t('off.button'),
    turningOn: t('asking'),
    turnOff: t('on.button'),
    turningOff: t('turningOff'),
    failed: t('failed'),
  }
  return <ThisBrowser publicKey={publicKey} endpoints={endpoints} words={words} />
}
