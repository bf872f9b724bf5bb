import type { SandboxMail } from './sandbox-client.ts'

/** The address in a mail that begins so. */
export function linkIn(mail: SandboxMail, start: string): string {
  const link = mail.text.split(/\s+/).find((word) => word.startsWith(start))
  if (!link) throw new Error(`The mail “${mail.subject}” has no link to ${start}`)
  return link
}
