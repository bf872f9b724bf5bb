/** What the help centre has a page about; the last piece of its address. */
export const helpTopics = [
  'invalid-credentials',
  'locked-account',
  'codes',
  'accounts-missing',
  'bank-unavailable',
  'genuine-mail',
  'what-we-see',
] as const
export type HelpTopic = (typeof helpTopics)[number]
