import type { ReactNode } from 'react'
import { Assurance, Assurances } from '../../_link/sheet.tsx'
import './bank-first.css'

/** What only the bank can let happen, before update mode makes sense. */
type Chore = { lead: (bankName: string) => string; step: string; how: string }

const chores: Record<string, Chore> = {
  PASSWORD_RESET_REQUIRED: {
    lead: (bankName) =>
      `${bankName} wants you to choose a new password before it shares anything. Only they can do that part.`,
    step: 'Set a new password at your bank',
    how: 'Use their app or site, then sign in there once, to be sure it works.',
  },
  ITEM_LOCKED: {
    lead: (bankName) =>
      `${bankName} has locked your sign-in for now, as banks do after a few tries. Only they can unlock it.`,
    step: 'Unlock your sign-in at your bank',
    how: 'Their app or site says how. Sign in there once, to be sure it works.',
  },
  USER_SETUP_REQUIRED: {
    lead: (bankName) =>
      `${bankName} wants you to finish a step with them before it shares anything. Only they can do that part.`,
    step: 'Sign in at your bank',
    how: 'There may be terms to accept, or sharing with other apps to allow.',
  },
}

const anyChore: Chore = {
  lead: (bankName) => `${bankName} wants something from you before it shares anything. Only they can do that part.`,
  step: 'Sign in at your bank',
  how: 'Use their app or site, and do what it asks for.',
}

export const bankFirstTitle = 'First, a step at your bank'

/** Why the bank comes first, in one sentence. */
export function bankFirstLead(errorCode: string | null, bankName: string): string {
  return choreOf(errorCode).lead(bankName)
}

/** The bank's step, then ours. */
export function BankFirstSteps({ errorCode }: { errorCode: string | null }) {
  const { step, how } = choreOf(errorCode)
  return (
    <ol className="steps">
      <li className="now">
        <span className="n">1</span>
        <div>
          <h2>{step}</h2>
          <p>{how}</p>
        </div>
      </li>
      <li>
        <span className="n">2</span>
        <div>
          <h2>Come back and reconnect</h2>
          <p>This page waits for you, and so does the link in your e-mail.</p>
        </div>
      </li>
    </ol>
  )
}

/** What is good to know while the bank comes first. */
export function BankFirstAside({ worksUntil }: { worksUntil: ReactNode }) {
  return (
    <Assurances>
      <Assurance icon="mail">No time now? Your link works until {worksUntil}.</Assurance>
      <Assurance icon="phone">Can’t get in at the bank either? Call the number on the back of your card.</Assurance>
    </Assurances>
  )
}

function choreOf(errorCode: string | null): Chore {
  return chores[errorCode ?? ''] ?? anyChore
}
