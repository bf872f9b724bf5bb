import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { db } from '#lib/adapters/db/client.ts'
import { env } from '#lib/env.ts'
import { noteBrowser } from '#lib/features/accounts/note-browser.ts'
import { startLink } from '#lib/features/items/start-link.ts'
import { startFromDashboard } from '#lib/features/reconnect/start-from-dashboard.ts'
import { deliver, itemErrorBody, linkedItem, settled, startWorker, stopRelink } from '../../scripts/testing/relink.ts'
import { sandboxClient } from '../../scripts/testing/sandbox-client.ts'
import { POST as continueToBank } from './reconnect/[token]/link-token/route.ts'

const sandbox = sandboxClient()
const Minted = z.object({ linkToken: z.string() })
const Found = z.object({ metadata: z.object({ language: z.string() }) })

/** In which language Plaid was asked to open Link. */
async function languageOf(linkToken: string): Promise<string> {
  const { PLAID_BASE_URL, PLAID_CLIENT_ID, PLAID_SECRET } = env()
  const answer = await fetch(`${PLAID_BASE_URL}/link/token/get`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'plaid-client-id': PLAID_CLIENT_ID, 'plaid-secret': PLAID_SECRET },
    body: JSON.stringify({ link_token: linkToken }),
  })
  return Found.parse(await answer.json()).metadata.language
}

async function somebody(words: { language?: string; browserLanguage?: string }) {
  const { id } = await db().user.create({ data: { email: `link-${crypto.randomUUID()}@example.org`, ...words } })
  return id
}

beforeAll(startWorker)
afterAll(stopRelink)

describe('Link for a new bank opens', () => {
  it.each([
    ['in the language that the person chose', { language: 'fr', browserLanguage: 'es' }, 'fr'],
    ['in their browser’s language where they chose none', { browserLanguage: 'es' }, 'es'],
    ['as PLAID_LANGUAGE says where nothing is known', {}, 'en'],
  ])('%s', async (_, words, language) => {
    const { linkToken } = await startLink(await somebody(words))
    expect(await languageOf(linkToken)).toBe(language)
  })
})

describe('Link in update mode', () => {
  it('opens in the language of the browser that pressed the button, which is remembered', async () => {
    const { itemId, plaidItemId, userId } = await linkedItem()
    await sandbox.breakItem(plaidItemId, { silent: true })
    await deliver(itemErrorBody(plaidItemId))
    await settled()
    const link = await startFromDashboard({ itemId, userId }, new Date())
    const origin = env().APP_URL
    const request = new Request(origin, {
      method: 'POST',
      body: '{}',
      headers: { origin, 'accept-language': 'es-MX,en;q=0.5' },
    })
    const answer = await continueToBank(request, { params: Promise.resolve({ token: link?.token ?? '' }) })
    expect(await languageOf(Minted.parse(await answer.json()).linkToken)).toBe('es')
    expect(await db().user.findUnique({ where: { id: userId } })).toMatchObject({
      browserLanguage: 'es',
      language: null,
    })
  })
})

describe('what a browser says of itself', () => {
  it('is kept until another one says something else; silence changes nothing', async () => {
    const id = await somebody({})
    const known = () =>
      db().user.findUnique({ where: { id }, select: { browserLanguage: true, browserTimeZone: true } })
    await noteBrowser(id, { language: 'fr', timeZone: 'Europe/Paris' })
    await noteBrowser(id, { language: null })
    expect(await known()).toEqual({ browserLanguage: 'fr', browserTimeZone: 'Europe/Paris' })
    await noteBrowser(id, { timeZone: 'America/Montreal' })
    expect(await known()).toEqual({ browserLanguage: 'fr', browserTimeZone: 'America/Montreal' })
  })
})
