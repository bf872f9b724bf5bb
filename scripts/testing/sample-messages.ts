import type { MessageMailProps, Topic } from '#emails/render-mail.tsx'

const app = 'https://connect.fernway.example'

/** A bank that a person is told about, for tests and pictures: First Platypus Bank, which wants a new sign-in. */
export function sampleTopic(changes: Partial<Topic> = {}): Topic {
  return {
    kind: 'broken',
    number: 1,
    errorClass: 'repair',
    errorCode: 'ITEM_LOGIN_REQUIRED',
    errorCodeReason: null,
    institution: { name: 'First Platypus Bank', logoUrl: `${app}/institutions/ins_1/logo` },
    since: new Date('2026-11-17T23:30:00Z'),
    endsAt: null,
    accounts: [
      { name: 'Everyday Checking', mask: '4021' },
      { name: 'Rainy Day Savings', mask: null },
    ],
    reconnectUrl: `${app}/reconnect/9Xc2`,
    ...changes,
  }
}

/** What a message to Marguerite Duval is made of, in English and in UTC. */
export function sampleMessage(changes: Partial<MessageMailProps> = {}): MessageMailProps {
  return {
    language: 'en',
    timeZone: 'UTC',
    brand: { name: 'Fernway', logoUrl: 'https://fernway.example/logo.png', url: 'https://fernway.example' },
    personName: 'Marguerite Duval',
    topics: [sampleTopic()],
    linkExpiresAt: new Date('2026-11-24T23:30:00Z'),
    preferencesUrl: `${app}/preferences/Zt7w`,
    appUrl: `${app}/`,
    helpUrl: `${app}/help`,
    ...changes,
  }
}

const bankFirst = { errorClass: 'bank_first' } as const
const endsAt = new Date('2026-11-24T08:00:00Z')

/** A topic for each of the words that there are, by what it is about. */
export const sampleTopics: Record<string, Topic> = {
  'sign in': sampleTopic(),
  'consent expired': sampleTopic({ errorCodeReason: 'OAUTH_CONSENT_EXPIRED' }),
  'connection ended': sampleTopic({ errorCodeReason: 'OAUTH_INVALID_TOKEN' }),
  'withdrawn at bank': sampleTopic({ errorCodeReason: 'OAUTH_USER_REVOKED' }),
  locked: sampleTopic({ ...bankFirst, errorCode: 'ITEM_LOCKED' }),
  password: sampleTopic({ ...bankFirst, errorCode: 'PASSWORD_RESET_REQUIRED' }),
  'set-up': sampleTopic({ ...bankFirst, errorCode: 'USER_SETUP_REQUIRED' }),
  'bank first': sampleTopic({ ...bankFirst, errorCode: 'SOMETHING_NEW' }),
  permission: sampleTopic({ errorClass: 'consent', errorCode: 'NO_ACCOUNTS' }),
  'ends soon': sampleTopic({ kind: 'ends_soon', errorClass: null, errorCode: null, endsAt }),
  'ends soon, undated': sampleTopic({ kind: 'ends_soon', errorClass: null, errorCode: null }),
  revoked: sampleTopic({ kind: 'access_revoked', errorClass: 'revoked', errorCode: 'USER_PERMISSION_REVOKED' }),
  'cannot return': sampleTopic({ kind: 'cannot_return', errorClass: 'terminal', errorCode: 'ITEM_NOT_SUPPORTED' }),
  repaired: sampleTopic({ kind: 'repaired', errorClass: null, errorCode: null }),
}

/** The same topics with those that are told again as reminders. */
export const sampleReminders: Record<string, Topic> = Object.fromEntries(
  Object.entries(sampleTopics).map(([about, topic]) => [`${about}, again`, { ...topic, number: 2 }]),
)

/** Three banks in one message, as the design draws them. */
export const sampleDigest: [Topic, ...Topic[]] = [
  sampleTopic(),
  sampleTopic({
    ...bankFirst,
    errorCode: 'PASSWORD_RESET_REQUIRED',
    institution: { name: 'Northfield & Marlow Teachers’ Federal Credit Union', logoUrl: null },
    reconnectUrl: `${app}/reconnect/4Km8`,
  }),
  sampleTopic({
    kind: 'ends_soon',
    errorClass: null,
    errorCode: null,
    endsAt,
    institution: { name: 'Gingham Credit Union', logoUrl: `${app}/institutions/ins_3/logo` },
    accounts: [],
    reconnectUrl: `${app}/reconnect/7Qp1`,
  }),
]

/** The html as a person reads it: without the head, tags and entities. */
export function readHtml(html: string): string {
  return html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<!--.*?-->/g, '')
    .replace(/<\/?(bdi|strong)[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[ \n\r\t]+/g, ' ')
}
