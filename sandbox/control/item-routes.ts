import { Hono } from 'hono'
import { z } from 'zod'
import { announceDisconnect } from '../acts/announce-disconnect.ts'
import { breakItem, removeItem, revokeItem } from '../acts/break-item.ts'
import { closeAccount, openAccount, reopenAccounts, unshareAccounts } from '../acts/change-accounts.ts'
import { createItem } from '../acts/create-item.ts'
import { requireItem } from '../acts/find.ts'
import { repairItem } from '../acts/heal-item.ts'
import { issuePublicToken } from '../acts/issue-public-token.ts'
import type { Sandbox } from '../sandbox.ts'
import { sendItemWebhook } from '../webhooks/send-webhook.ts'
import { presentControlItem } from './present-state.ts'
import { readControl } from './read-control.ts'

const silently = z.object({ silent: z.boolean().optional() })
const newItem = z.object({
  itemId: z.string().min(1).max(100).optional(),
  institutionId: z.string(),
  clientUserId: z.string().optional(),
  webhook: z.url().optional(),
})
const manyItems = newItem.omit({ itemId: true }).extend({ count: z.number().int().min(1).max(20_000) })
const breakage = silently.extend({
  errorCode: z.string().min(1).optional(),
  errorCodeReason: z.string().nullish(),
})
const announcement = silently.extend({
  days: z.number().optional(),
  code: z.enum(['PENDING_DISCONNECT', 'PENDING_EXPIRATION']).optional(),
})
const anyWebhook = z.looseObject({ webhook_type: z.string(), webhook_code: z.string() })
const whichAccount = z.object({ accountId: z.string() })
const newAccount = silently.extend({
  name: z.string().min(1).optional(),
  mask: z
    .string()
    .regex(/^\d{2,4}$/)
    .optional(),
})

/** Makes Items, breaks and mends them. */
export function itemRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono().basePath('/control/items')
  routes.post('/', async (context) => {
    const item = createItem(sandbox, await readControl(context, newItem))
    return context.json({ publicToken: issuePublicToken(sandbox, item.itemId), itemId: item.itemId })
  })
  routes.post('/bulk', async (context) => {
    const { count, ...wish } = await readControl(context, manyItems)
    const items = Array.from({ length: count }, () => createItem(sandbox, wish))
    return context.json({
      items: items.map(({ itemId }) => ({ itemId, publicToken: issuePublicToken(sandbox, itemId) })),
    })
  })
  routes.post('/:itemId/break', async (context) => {
    const item = breakItem(sandbox, context.req.param('itemId'), await readControl(context, breakage))
    return context.json(presentControlItem(item))
  })
  routes.post('/:itemId/announce-disconnect', async (context) => {
    const item = announceDisconnect(sandbox, context.req.param('itemId'), await readControl(context, announcement))
    return context.json(presentControlItem(item))
  })
  routes.post('/:itemId/repair', async (context) => {
    const item = repairItem(sandbox, context.req.param('itemId'), await readControl(context, silently))
    return context.json(presentControlItem(item))
  })
  routes.post('/:itemId/revoke', async (context) => {
    const item = revokeItem(sandbox, context.req.param('itemId'), await readControl(context, silently))
    return context.json(presentControlItem(item))
  })
  routes.post('/:itemId/remove', (context) => {
    return context.json(presentControlItem(removeItem(sandbox, context.req.param('itemId'))))
  })
  return routes.route('/', accountAndWebhookRoutes(sandbox))
}

function accountAndWebhookRoutes(sandbox: Sandbox): Hono {
  const routes = new Hono()
  routes.post('/:itemId/webhook', async (context) => {
    const item = requireItem(sandbox, context.req.param('itemId'))
    const { webhook_type, webhook_code, ...fields } = await readControl(context, anyWebhook)
    const body = { webhook_type, webhook_code, item_id: item.itemId, ...fields, environment: 'sandbox' }
    return context.json({ delivery: sendItemWebhook(sandbox, item, body) })
  })
  routes.post('/:itemId/close-account', async (context) => {
    const itemId = context.req.param('itemId')
    closeAccount(sandbox, itemId, (await readControl(context, whichAccount)).accountId)
    return context.json(presentControlItem(requireItem(sandbox, itemId)))
  })
  routes.post('/:itemId/open-account', async (context) => {
    const account = openAccount(sandbox, context.req.param('itemId'), await readControl(context, newAccount))
    return context.json({ accountId: account.accountId })
  })
  for (const [verb, change] of [
    ['reopen-accounts', reopenAccounts],
    ['unshare-accounts', unshareAccounts],
  ] as const) {
    routes.post(`/:itemId/${verb}`, (context) => {
      const itemId = context.req.param('itemId')
      change(sandbox, itemId)
      return context.json(presentControlItem(requireItem(sandbox, itemId)))
    })
  }
  return routes
}
