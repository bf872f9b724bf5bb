import { helpWords } from '../help-words.ts'
import { Prose } from '../prose.tsx'
import { TopicPage, topicMetadata } from '../topic-page.tsx'
import { BankItself } from './bank-itself.tsx'
import { Check } from './check.tsx'
import './checks.css'
import { OldPassword } from './old-password.tsx'
import { RightSignIn } from './right-sign-in.tsx'
import { StillStuck } from './still-stuck.tsx'

export const generateMetadata = () => topicMetadata('invalid-credentials')

/** What to do when a bank says no to the sign-in, with pictures. */
export default async function InvalidCredentialsHelpPage() {
  const { t } = await helpWords()
  return (
    <TopicPage topic="invalid-credentials">
      <Check number={1} part="invalid-credentials.parts.signIn" drawing={<RightSignIn />} />
      <Check number={2} part="invalid-credentials.parts.bank" drawing={<BankItself />} />
      <Check number={3} part="invalid-credentials.parts.password" drawing={<OldPassword />} />
      <StillStuck />
      <section className="again" aria-labelledby="again">
        <h2 id="again">{t('help.pages.invalid-credentials.parts.again.title')}</h2>
        <Prose part="invalid-credentials.parts.again" />
      </section>
    </TopicPage>
  )
}
