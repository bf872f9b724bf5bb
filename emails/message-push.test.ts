import { describe, expect, it } from 'vitest'
import { languages } from '#lib/domain/language.ts'
import {
  sampleDigest,
  sampleMessage,
  sampleReminders,
  sampleTopic,
  sampleTopics,
} from '../scripts/testing/sample-messages.ts'
import { renderMessagePush, type Topic } from './render-mail.tsx'

const longName = 'Raiffeisenlandesbank Niederösterreich-Wien Genossenschaft mit b. H. AG'
const topics = Object.values({ ...sampleTopics, ...sampleReminders })
const push = (topic: Topic, changes = {}) => renderMessagePush(sampleMessage({ topics: [topic], ...changes }))

describe('the browser message', () => {
  it('says of one bank what the mail says, and opens its page', () => {
    expect(push(sampleTopic())).toEqual({
      title: 'First Platypus Bank needs you to sign in again',
      body: 'It takes about a minute, and nothing in Fernway is lost.',
      url: 'https://connect.fernway.example/reconnect/9Xc2',
    })
  })

  it('says of several how many need the person, and opens the dashboard', () => {
    expect(renderMessagePush(sampleMessage({ topics: sampleDigest }))).toEqual({
      title: 'Three of your banks need you',
      body: 'One visit, about three minutes. Nothing in Fernway is lost.',
      url: 'https://connect.fernway.example/dashboard',
    })
  })

  it('says “your bank” where the name would leave no room', () => {
    const topic = sampleTopic({ institution: { name: longName, logoUrl: null } })
    expect(push(topic).title).toBe('Your bank needs you to sign in again')
    expect(push({ ...topic, number: 2 }).title).toBe('Still waiting for you: your bank')
  })

  it.each(languages)('fits and is whole for each kind, however long the names are, in %s', (language) => {
    for (const { name, brand } of [
      { name: 'N26', brand: 'Fernway' },
      { name: longName, brand: 'A company whose name has sixty characters, which is a good lot' },
    ]) {
      for (const topic of topics) {
        const { title, body } = push(
          { ...topic, institution: { name, logoUrl: null } },
          { language, brand: { name: brand, logoUrl: null, url: 'https://fernway.example' } },
        )
        expect(title.length, title).toBeLessThanOrEqual(60)
        expect(body.length, body).toBeLessThanOrEqual(140)
        expect(title + body).not.toContain('…')
      }
    }
  })

  it('shows no account on a locked screen', () => {
    for (const topic of topics) {
      const { title, body } = push(topic)
      expect(title + body).not.toMatch(/4021|Everyday Checking|Rainy Day/)
    }
  })
})
