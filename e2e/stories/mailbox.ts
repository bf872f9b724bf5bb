import { expect } from '@playwright/test'
import type { SandboxMail, sandboxClient } from '../../scripts/testing/sandbox-client.ts'

const signInLink = /https?:\/\/\S+\/sign-in\/confirm\?to=\S+/
const reconnectLink = /https?:\/\/\S+\/reconnect\/[\w-]{43}/

export type Mailbox = ReturnType<typeof mailboxOf>

/** Reads the mails that really went out. */
export function mailboxOf(sandbox: ReturnType<typeof sandboxClient>) {
  const handedOut = new Set<string>()

  /** Mails about a bank, newest first. */
  const notices = async (to: string) => (await sandbox.mails(to)).filter(({ text }) => reconnectLink.test(text))

  return {
    notices,
    /** Waits until a person has been written to so many times; answers the newest mail. */
    waitForNotice: async (to: string, count = 1, timeout = 20_000): Promise<SandboxMail> => {
      const message = `mails about a bank to ${to}`
      await expect.poll(async () => (await notices(to)).length, { message, timeout }).toBe(count)
      const [newest] = await notices(to)
      if (!newest) throw new Error(`the mail to ${to} is gone again`)
      return newest
    },
    /** Waits for a link that signs a person in; the same one is not answered twice. */
    signInLink: async (to: string): Promise<string> => {
      let link: string | undefined
      const find = async () => {
        const links = (await sandbox.mails(to)).map(({ text }) => signInLink.exec(text)?.[0])
        link = links.find((each) => each !== undefined && !handedOut.has(each))
        return link
      }
      await expect.poll(find, { message: `a link to sign in, mailed to ${to}` }).toBeDefined()
      if (!link) throw new Error('unreachable: the poll above has found it')
      handedOut.add(link)
      return link
    },
    /** The address of a mail as its reader sees it. */
    addressOf: ({ id }: SandboxMail) => `${sandbox.url}/mailbox/${id}/html`,
  }
}

/** Where the button of a mail about a bank leads. */
export function reconnectLinkIn({ text }: SandboxMail): string {
  const link = reconnectLink.exec(text)?.[0]
  if (!link) throw new Error('this mail has no reconnect link')
  return link
}
