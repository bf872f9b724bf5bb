import { type NextRequest, NextResponse } from 'next/server'
import { pathHeader } from '#app/_languages/path-header.ts'
import { contentSecurityPolicy } from '#lib/domain/content-security-policy.ts'
import { env, isDevelopment } from '#lib/env.ts'

/** Gives each page a content security policy with a nonce of its own. */
export function proxy(request: NextRequest) {
  const nonce = crypto.randomUUID()
  const { PLAID_LINK_SCRIPT_URL, PLAID_BASE_URL, BRAND_LOGO_URL, APP_URL } = env()
  const policy = contentSecurityPolicy({
    nonce,
    linkScriptUrl: PLAID_LINK_SCRIPT_URL,
    plaidUrl: PLAID_BASE_URL,
    brandLogoUrl: BRAND_LOGO_URL ?? null,
    isHttps: APP_URL.startsWith('https:'),
    isDevelopment: isDevelopment(),
  })
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set(pathHeader, request.nextUrl.pathname)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = {
  matcher: [{ source: '/((?!api/|institutions/|_next/static|_next/image|fonts/|icon|favicon|push-).*)' }],
}
