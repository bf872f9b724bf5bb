import { db, inTransaction } from '#lib/adapters/db/client.ts'
import { lockPerson } from '#lib/adapters/db/lock-person.ts'
import { isLoopback, isPushEndpoint } from '#lib/domain/push-endpoint.ts'
import { env } from '#lib/env.ts'

/** What a browser gives a page that subscribes, with its keys in base64url. */
export type BrowserSubscription = { endpoint: string; p256dh: string; auth: string }

/** A person with more browsers than this has some that they no longer use. */
const mostBrowsers = 10
const publicKeyBytes = 65
const secretBytes = 16

/** The key with which a browser subscribes; null when browser messages are off. */
export function pushPublicKey(): string | null {
  return env().VAPID?.publicKey ?? null
}

/**
 * Keeps a browser that a person lets us write to. One that another person used before is theirs from now on; of more
 * than ten the oldest goes.
 * @returns `off` without VAPID keys; `no_push_service` for an address or for keys that no browser would give
 */
export async function savePushSubscription(
  userId: string,
  subscription: BrowserSubscription,
  now: Date,
): Promise<'saved' | 'off' | 'no_push_service'> {
  if (pushPublicKey() === null) return 'off'
  if (!isFromBrowser(subscription)) return 'no_push_service'
  const { endpoint, p256dh, auth } = subscription
  await inTransaction(async (tx) => {
    // One at a time for a person, or two together would leave eleven.
    await lockPerson(tx, userId)
    const row = { userId, p256dh, auth, createdAt: now }
    await tx.pushSubscription.upsert({ where: { endpoint }, create: { endpoint, ...row }, update: row })
    const tooMany = await tx.pushSubscription.findMany({
      where: { userId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: mostBrowsers,
      select: { id: true },
    })
    await tx.pushSubscription.deleteMany({ where: { id: { in: tooMany.map(({ id }) => id) } } })
  })
  return 'saved'
}

/**
 * Forgets a browser that is gone, or that its person wants no messages on.
 * @param userId only if it is this person's
 */
export async function forgetPushSubscription(endpoint: string, userId?: string): Promise<void> {
  await db().pushSubscription.deleteMany({ where: { endpoint, ...(userId && { userId }) } })
}

function isFromBrowser({ endpoint, p256dh, auth }: BrowserSubscription): boolean {
  const bytes = (key: string) => Buffer.from(key, 'base64url').length
  return (
    isPushEndpoint(endpoint, { allowsLoopback: isLoopback(new URL(env().APP_URL)) }) &&
    bytes(p256dh) === publicKeyBytes &&
    bytes(auth) === secretBytes
  )
}
