import type { Page } from '@playwright/test'
import type { Advice } from '#lib/domain/advice.ts'
import { tokenOf } from './lose.ts'
import { answer, cutOff, letLinkEnd, letWait, linkSessionId, refuse } from './routes.ts'

/** Brings an open page into one of its states. */
export type Act = (page: Page) => Promise<unknown>

type Account = { name: string; mask: string; status: 'back' | 'missing' | 'new' }
type Proof = { accounts: Account[]; expiresAt?: string; next?: { url: string; name: string } }

const patiencePassedMs = 20_000

/** Link is left, and our server judges so. */
export function leaveWith(advice: Advice): Act {
  return async (page) => {
    await letLinkEnd(page, 'is left')
    await answer(page, 'link-end', { advice })
    await press(page)
    await newMessage(page)
  }
}

/** Link succeeds, and our server never says whether it was true. */
export const waitForBank: Act = async (page) => {
  await succeed(page)
  await letWait(page, 'confirm')
  await press(page)
  await newMessage(page)
}

/** The same after Plaid's own page, which leaves a note for this one. */
export const comeBackFromPlaid: Act = async (page) => {
  await letWait(page, 'confirm')
  await page.evaluate(
    ([token, id]) => {
      const report = { token, end: { type: 'returned' }, events: [], linkSessionId: id }
      sessionStorage.setItem('relink.link-report', JSON.stringify(report))
    },
    [tokenOf(page.url()), linkSessionId],
  )
  await page.reload()
  await newMessage(page)
}

/** Link succeeds, and the bank lets nothing through until the page's patience is at its end. */
export const findNothing: Act = (page) => waitInVain(page, () => answer(page, 'confirm', { outcome: 'not_yet' }))

/** Link succeeds, and Plaid cannot be asked whether it is true. */
export const findNobody: Act = (page) => waitInVain(page, () => refuse(page, 'confirm', 'plaid_away'))

/** Link succeeds, and our server has proved it. */
export function prove({ accounts, expiresAt, next }: Proof): Act {
  return async (page) => {
    await succeed(page)
    await answer(page, 'confirm', {
      outcome: 'proved',
      accounts,
      expiresAt: expiresAt ?? null,
      next: next ?? null,
    })
    await press(page)
    await page.locator('.joint.closed').waitFor()
  }
}

/** The same, and then what is missing is left out for good. */
export function proveAndLeaveOut(proof: Proof): Act {
  return async (page) => {
    await prove(proof)(page)
    await page.locator('.choice button').nth(1).click()
  }
}

/** Another tab has done this page's work. */
export const beDoneElsewhere: Act = async (page) => {
  await answer(page, 'state', { state: 'done' })
  await newMessage(page)
}

/** Our server does not open Link. */
export function beRefused(code: string): Act {
  return async (page) => {
    if (code === 'offline') await cutOff(page, 'link-token')
    else await refuse(page, 'link-token', code)
    await press(page)
    await newMessage(page)
  }
}

/** Link takes its time to open. */
export const beOpening: Act = async (page) => {
  await letWait(page, 'link-token')
  await press(page)
  await page.locator('.act [aria-busy=true]').waitFor()
}

async function succeed(page: Page): Promise<void> {
  await letLinkEnd(page, 'succeeds')
  await answer(page, 'link-end', { advice: null })
}

async function waitInVain(page: Page, setUp: () => Promise<unknown>): Promise<void> {
  await page.clock.install()
  await succeed(page)
  await setUp()
  await press(page)
  await newMessage(page)
  const notYet = page.locator('.act .btn.primary')
  while (!(await notYet.isVisible())) {
    await page.clock.fastForward(patiencePassedMs)
    await notYet.waitFor({ timeout: 500 }).catch(() => undefined)
  }
}

/** Presses what moves the person on, and takes the pointer away from it. */
export async function press(page: Page): Promise<void> {
  await page.locator('.act button').first().click()
  await page.mouse.move(0, 0)
}

/** A new message takes the focus. */
export async function newMessage(page: Page): Promise<void> {
  await page.locator('h1:focus').waitFor()
}
