import type { ExitMeaning } from '#lib/domain/link-end.ts'

/** What to say beside the button when connecting a bank ended without success; nothing where the person just left. */
export const connectWords: Record<ExitMeaning, string | null> = {
  left: null,
  wrong_details: 'Your bank didn’t accept that. Check it once at the bank itself before the next try.',
  wrong_code: 'Your bank didn’t accept that code. Ask for a fresh one, and type it at once.',
  code_too_late: 'The code came too late for your bank. Please start again.',
  code_not_sent: 'Your bank can’t send codes just now. Please try again in a while.',
  wrong_bank: null,
  other_username: 'Your bank didn’t know that username. Mind capitals and spaces.',
  bank_first: 'Your bank wants something from you first. Sign in at the bank itself, then come back.',
  nothing_shared: 'Nothing was shared. Tick at least one account at your bank.',
  cannot_return: 'This bank, or this kind of account, can’t be connected.',
  outage: 'Your bank is having trouble. It’s not your sign-in; most outages pass within a day.',
  dead_token: 'That took a little long. Please start again.',
  blocked: 'Your bank’s window didn’t open. An ad blocker or a weak connection may keep it from loading.',
  other: 'That didn’t work just now. Nothing of yours was lost; please try again in a minute.',
}
