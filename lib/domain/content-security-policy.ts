export type PolicyFacts = {
  nonce: string
  linkScriptUrl: string
  plaidUrl: string
  brandLogoUrl: string | null
  isHttps: boolean
  isDevelopment: boolean
}

// Link's script and its own pages come from two hosts of Plaid (plaid.com/docs/link/hosted-link); a stand-in has one.
const plaidsScriptOrigin = 'https://cdn.plaid.com'
const plaidsPagesOrigin = 'https://secure.plaid.com'

/**
 * The content security policy of one page. Link's script brings its frame from its own host and speaks to Plaid
 * (plaid.com/docs/link/web, content security policy); everything else is ours.
 */
export function contentSecurityPolicy(facts: PolicyFacts): string {
  const linkOrigin = new URL(facts.linkScriptUrl).origin
  const plaidOrigin = new URL(facts.plaidUrl).origin
  const pagesOrigin = linkOrigin === plaidsScriptOrigin ? plaidsPagesOrigin : linkOrigin
  const logoOrigin = facts.brandLogoUrl ? ` ${new URL(facts.brandLogoUrl).origin}` : ''
  // React's development build evaluates code to rebuild error stacks.
  const evaluation = facts.isDevelopment ? " 'unsafe-eval'" : ''
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${facts.nonce}' ${linkOrigin}${evaluation}`,
    // Link and React set style attributes; style elements and sheets need ours or the nonce.
    `style-src 'self' 'nonce-${facts.nonce}'`,
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data:${logoOrigin}`,
    "font-src 'self'",
    `connect-src 'self' ${plaidOrigin} ${linkOrigin}`,
    `frame-src ${linkOrigin}`,
    // The worker that shows browser messages (public/push-worker.js).
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    // Without script a form leads to Plaid's own page, and browsers ask about where its answer leads, too.
    `form-action 'self' ${pagesOrigin}`,
    "frame-ancestors 'none'",
  ]
  return [...directives, ...(facts.isHttps ? ['upgrade-insecure-requests'] : [])].join('; ')
}
