import { setTimeout as sleep } from 'node:timers/promises'
import type { APIResponse, BrowserContextOptions } from '@playwright/test'
import { reconnectLinkIn } from '../../../e2e/stories/mailbox.ts'
import {
  type Bank,
  type ConnectedBank,
  meetPerson,
  newAddress,
  type Person,
  type World,
} from '../../../e2e/stories/person.ts'

/** An address, and the browser that it is opened with: signed in nowhere unless that says so. */
export type Place = { address: string; storageState?: BrowserContextOptions['storageState'] }
/** A bank that somebody has lost, and the link that they were mailed. */
export type Lost = Place & ConnectedBank & { person: Person }

type Happening = (sandbox: World['sandbox'], plaidItemId: string) => Promise<unknown>

const mailPatienceMs = 60_000
const pagePatienceMs = 30_000

/** Somebody new connects a bank, something happens to it, and a mail leads to its page. */
export async function lose(
  world: World,
  bank: Bank,
  happens: Happening = (sandbox, plaidItemId) => sandbox.breakItem(plaidItemId),
): Promise<Lost> {
  const person = await meetPerson(newAddress('gallery'), world)
  const connected = await person.connect(bank)
  await happens(world.sandbox, connected.plaidItemId)
  return { ...connected, person, address: await newestLink(world, person, 1) }
}

/** Breaks a bank with an error of Plaid's, and the reason that banks give. */
export function withError(errorCode: string, errorCodeReason?: string): Happening {
  return (sandbox, plaidItemId) =>
    sandbox.breakItem(plaidItemId, { errorCode, ...(errorCodeReason && { errorCodeReason }) })
}

/** The link in the newest of so many mails. */
export async function newestLink({ mailbox }: World, { email }: Person, mails: number): Promise<string> {
  return reconnectLinkIn(await mailbox.waitForNotice(email, mails, mailPatienceMs))
}

/** Sends one of the forms behind a reconnect link. */
export function submit(
  { person, address }: Lost,
  act: string,
  form: Record<string, string> = {},
): Promise<APIResponse> {
  return person.request.post(`/api/reconnect/${tokenOf(address)}/${act}`, { form, maxRedirects: 0 })
}

/** Waits until the page of a link begins its title so. */
export async function untilPageSays({ person, address }: Lost, title: string): Promise<void> {
  const headers = { 'accept-language': 'en' }
  for (const until = Date.now() + pagePatienceMs; Date.now() < until; await sleep(200)) {
    if ((await (await person.request.get(address, { headers })).text()).includes(`<title>${title}`)) return
  }
  throw new Error(`The page of a lost bank should have come to say “${title}”.`)
}

/** The token in the address of a reconnect page. */
export function tokenOf(address: string): string {
  return new URL(address).pathname.split('/').at(-1) ?? ''
}
