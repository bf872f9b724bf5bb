import { env } from '#lib/env.ts'

/**
 * Whether this browser may use a reconnect link of a person: holding the link is enough, unless this installation wants
 * its person signed in besides.
 */
export async function mayUseLink(userId: string): Promise<boolean> {
  if (!env().RECONNECT_REQUIRES_SIGN_IN) return true
  // Loaded only here: next-auth is much for a route that most installations leave open.
  const { currentUser } = await import('./require-user.ts')
  return (await currentUser())?.userId === userId
}
