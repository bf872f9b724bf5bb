import type { Page } from '@playwright/test'
import { z } from 'zod'
import { relinkUrl, sandbox, until } from './running.ts'

const Session = z.object({ user: z.object({ id: z.string() }) })

/**
 * Gives the person who is signed in on `page` these banks, all of them healthy.
 * @returns Plaid's ids of the Items, in the order of the institutions
 */
export async function settleBanks(page: Page, institutionIds: string[]): Promise<string[]> {
  const session = await page.request.get('/api/auth/session')
  const { id: userId } = Session.parse(await session.json()).user
  const itemIds = await Promise.all(institutionIds.map((institutionId) => healthyItem(page, userId, institutionId)))
  await until('all banks of the person to be healthy', async () => {
    await page.goto('/dashboard')
    const headline = page.getByRole('heading', { level: 1, name: 'All your banks are working' })
    return (await headline.isVisible()) || undefined
  })
  return itemIds
}

async function healthyItem(page: Page, clientUserId: string, institutionId: string): Promise<string> {
  const { items } = await sandbox.state()
  const found = items.find(
    (item) => item.clientUserId === clientUserId && item.institutionId === institutionId && item.state !== 'removed',
  )
  if (!found) return connect(page, clientUserId, institutionId)
  if (found.state !== 'healthy') await sandbox.repair(found.itemId)
  return found.itemId
}

/** Hands Relink a public token as the browser does after Link. */
async function connect(page: Page, clientUserId: string, institutionId: string): Promise<string> {
  const webhook = `${relinkUrl}/api/plaid/webhook`
  const { publicToken, itemId } = await sandbox.createItem({ institutionId, clientUserId, webhook })
  const answer = await page.request.post('/api/items', { data: { publicToken }, headers: { origin: relinkUrl } })
  if (!answer.ok()) throw new Error(`Relink answered ${answer.status()} to a new bank: ${await answer.text()}`)
  return itemId
}
