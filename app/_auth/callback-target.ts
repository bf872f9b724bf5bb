import { env } from '#lib/env.ts'

/** The sign-in address that our confirm page may lead to, or null: only next-auth's own callback of this site. */
export function callbackTarget(to: string | undefined): string | null {
  const target = to ? URL.parse(to) : null
  if (!target || target.origin !== new URL(env().APP_URL).origin) return null
  return target.pathname === '/api/auth/callback/email' ? `${target.pathname}${target.search}` : null
}
