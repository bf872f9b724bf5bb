import type { Metadata } from 'next'
import { brand } from '../../_ui/brand.ts'
import { ButtonLink } from '../../_ui/button.tsx'
import { PersonShell } from '../../_ui/person-shell.tsx'
import { BankItself } from './bank-itself.tsx'
import { Check } from './check.tsx'
import './help.css'
import { OldPassword } from './old-password.tsx'
import { RightSignIn } from './right-sign-in.tsx'
import { StillStuck } from './still-stuck.tsx'

export const metadata: Metadata = {
  title: 'When your bank doesn’t accept your sign-in',
  description: 'Three checks before you try again.',
}

/** What to do when a bank says no to the sign-in; readable without script and without signing in. */
export default function InvalidCredentialsHelpPage() {
  const company = brand().name
  return (
    <PersonShell
      className="help"
      end={
        <ButtonLink href="/dashboard" variant="ghost" size="lg" className="-mr-5">
          Your banks
        </ButtonLink>
      }
    >
      <main>
        <div className="head">
          <h1>When your bank doesn’t accept your sign-in</h1>
          <p className="lead">
            It happens to careful people. Either something was mistyped, or the sign-in was right once and has changed
            at your bank since. Go through three checks before you try again, because many banks lock sign-in after
            three to five tries.
          </p>
        </div>
        <Check
          number={1}
          question="Is it the right bank and the right sign-in?"
          drawing={<RightSignIn />}
          steps={[
            'Choose the one where you see these accounts yourself.',
            'Use the same username as the first time, with the same capitals.',
          ]}
        >
          Names are alike: a regional bank and the national one it belongs to, or one bank’s sign-ins for personal,
          business and cards. Each knows only its own customers.
        </Check>
        <Check
          number={2}
          question="Does it work at the bank itself?"
          drawing={<BankItself />}
          steps={[
            'If it doesn’t, set a new password there first.',
            'If the bank asks you something, such as new terms, finish that.',
            'See that the account is in good standing: not locked, closed or on hold.',
          ]}
        >
          Open your bank’s own site or app and sign in there. If it works, the same details will work here.
        </Check>
        <Check
          number={3}
          question="Is an old password filling itself in?"
          drawing={<OldPassword />}
          steps={['No space before or after it.', 'Then save the new one over the old one.']}
        >
          Browsers and password managers like to put in what they saved long ago, or what belongs to another site. Show
          the password and read it, or type it by hand.
        </Check>
        <section className="after" aria-labelledby="after">
          <h2 id="after">Then try once more</h2>
          <p>
            Open your bank’s card, choose “Reconnect”, and sign in at the bank. When it says yes, the same connection
            simply goes on: you link nothing anew, no data is moved, and what {company} has stays as it was.
          </p>
          <div className="go">
            <ButtonLink href="/dashboard" variant="primary" size="xl">
              Go to your banks
            </ButtonLink>
          </div>
          <p className="quiet">
            Here from an e-mail? Its button still leads back, and you don’t need to sign in to us.
          </p>
        </section>
        <StillStuck />
        <p className="quiet text-sm">
          If you write to {company}, this is the name of what happened: <code>INVALID_CREDENTIALS</code>
        </p>
      </main>
    </PersonShell>
  )
}
