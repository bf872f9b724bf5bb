import { z } from 'zod'
import { isInstitutionDown } from '../acts/find.ts'
import type { Sandbox } from '../sandbox.ts'
import type { SandboxItem } from '../state/item.ts'
import type { SandboxState } from '../state/state.ts'
import { readRequest } from './read-request.ts'
import { refuse } from './refusal.ts'

type Items = SandboxState['items']

/** Each Item's id by its access token, so that ten thousand Items are not searched at every call. */
const itemIds = new WeakMap<Items, Map<string, string>>()

/** The Item of this access token, whatever state it is in. */
export function findByAccessToken(sandbox: Sandbox, accessToken: string): SandboxItem | undefined {
  const { items } = sandbox.store.state
  const itemId = itemIds.get(items)?.get(accessToken) ?? searchAnew(items).get(accessToken)
  return itemId === undefined ? undefined : items[itemId]
}

function searchAnew(items: Items): Map<string, string> {
  const known = new Map(Object.values(items).map((item) => [item.accessToken, item.itemId]))
  itemIds.set(items, known)
  return known
}

/** The Item of this access token; a removed one is ITEM_NOT_FOUND, an unknown token INVALID_ACCESS_TOKEN. */
export function requireByAccessToken(sandbox: Sandbox, accessToken: string): SandboxItem {
  const item = findByAccessToken(sandbox, accessToken)
  if (!item) throw refuse('INVALID_ACCESS_TOKEN')
  if (item.removed) throw refuse('ITEM_NOT_FOUND')
  return item
}

const bodySchema = z.strictObject({ access_token: z.string() })

/** For endpoints that take an access token and nothing else. */
export function readItem(sandbox: Sandbox, body: unknown): SandboxItem {
  return requireByAccessToken(sandbox, readRequest(bodySchema, body).access_token)
}

/** Refuses what needs a working login: with the Item's error, or while its bank is down. */
export function requireWorkingLogin(sandbox: Sandbox, item: SandboxItem): void {
  // The same code under another type than in webhooks: Plaid's error reference lists it under INVALID_INPUT.
  if (item.error?.error_code === 'USER_PERMISSION_REVOKED') throw refuse('USER_PERMISSION_REVOKED', revokedInAnswers)
  if (item.error) throw refuse(item.error.error_code, item.error)
  if (isInstitutionDown(sandbox, item.institutionId)) throw refuse('INSTITUTION_DOWN')
}

const revokedInAnswers = { error_type: 'INVALID_INPUT' } as const
