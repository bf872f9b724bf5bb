import type { ExitMeaning } from '../../_link/link-end.ts'
import { bankFirstLead, bankFirstTitle } from './bank-first.tsx'

type StoppedWords = {
  title: string
  lead: string
  /** What the button says; null where another try cannot help. */
  again: string | null
  /** Whether something failed, so that it is said at once. */
  failed?: boolean
}

/** What to say to a person whose session with the bank ended without success. */
export function stoppedWords(meaning: ExitMeaning, errorCode: string | null, bankName: string): StoppedWords {
  if (meaning === 'bank_first') {
    return { title: bankFirstTitle, lead: bankFirstLead(errorCode, bankName), again: 'I’ve done it, continue' }
  }
  if (meaning === 'outage') {
    return {
      title: 'Your bank is having trouble',
      lead: `${bankName} isn’t answering anyone just now. It’s not your sign-in, and there’s nothing for you to do. Most outages pass within a day.`,
      again: 'Try anyway',
    }
  }
  return wordsOf[meaning]
}

const wordsOf: Record<Exclude<ExitMeaning, 'bank_first' | 'outage'>, StoppedWords> = {
  left: {
    title: 'Not finished yet',
    lead: 'You left before the end, and that’s fine: nothing has changed. Go on whenever it suits you.',
    again: 'Continue to your bank',
  },
  wrong_details: {
    title: 'Your bank didn’t accept that',
    lead: 'Mind capitals and spaces, and see that no old password fills itself in. Many banks lock sign-in after three to five tries, so check before the next one.',
    again: 'Try again',
  },
  wrong_code: {
    title: 'Your bank didn’t accept that code',
    lead: 'Codes run out fast. Ask your bank for a fresh one, and type it at once.',
    again: 'Try again',
  },
  other_username: {
    title: 'Is it the same username?',
    lead: 'This isn’t the login that you connected before. Use the same username as then, with the same capitals. Has it changed at the bank? Then connect the bank anew from the list of your banks; your records stay.',
    again: 'Try again',
  },
  nothing_shared: {
    title: 'Nothing is shared yet',
    lead: 'Your bank shares only what you tick. Go once more, and tick every account that you want to see here.',
    again: 'Continue to your bank',
  },
  cannot_return: {
    title: 'This connection can’t come back',
    lead: 'Your bank doesn’t let it be renewed. Connect the bank anew; your records stay.',
    again: null,
  },
  dead_token: {
    title: 'That took a little long',
    lead: 'Your bank’s window closes by itself after a while, or after several tries, to keep you safe. Start it again here.',
    again: 'Start again',
  },
  blocked: {
    title: 'Your bank’s window didn’t open',
    lead: 'Something keeps it from loading: often an ad blocker, or a weak connection. Allow this page in the blocker, or try another browser.',
    again: 'Try again',
    failed: true,
  },
  other: {
    title: 'That didn’t work just now',
    lead: 'Nothing of yours was lost. Please try again in a minute.',
    again: 'Try again',
    failed: true,
  },
}
