import type { Plan } from './plan.ts'

type SummaryFacts = Pick<Plan, 'appUrl' | 'hasExamples' | 'isMailKeyless' | 'isPlaidKeyless' | 'sandboxPort'>

/** What the person at the keyboard needs to know once everything runs. */
export function summary(plan: SummaryFacts, seconds: number): string {
  const { appUrl, hasExamples, isMailKeyless, isPlaidKeyless } = plan
  const sandboxUrl = `http://localhost:${plan.sandboxPort}`
  const lines = ['', `Relink runs, after ${seconds.toFixed(0)} s.`, '', `  Relink    ${appUrl}`]
  if (isPlaidKeyless) lines.push(`  Sandbox   ${sandboxUrl}           break banks, watch webhooks`)
  if (isMailKeyless) lines.push(`  Mailbox   ${sandboxUrl}/mailbox   every mail that Relink sends`)
  if (hasExamples) {
    lines.push(
      '',
      'Sign in with one of these addresses, then follow the link in the mailbox:',
      `  marguerite@example.org   a person, with ${appUrl}/dashboard`,
      `  admin@example.com        an administrator, with ${appUrl}/admin`,
      '',
      'Try first: break First Platypus Bank on the sandbox page, open the mail to marguerite in the mailbox, and',
      'reconnect (user_good, pass_good).',
    )
  } else if (isPlaidKeyless) {
    lines.push('', 'Sign in with an address of yours: mails really leave. There are no example people.')
  } else {
    lines.push('', `Webhooks from Plaid go to ${appUrl}/api/plaid/webhook.`)
  }
  return [...lines, '', 'Ctrl-C ends everything.', ''].join('\n')
}
