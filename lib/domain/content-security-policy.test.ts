import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy.ts'

const plaids = {
  nonce: 'n0nce',
  linkScriptUrl: 'https://cdn.plaid.com/link/v2/stable/link-initialize.js',
  plaidUrl: 'https://production.plaid.com',
  brandLogoUrl: null,
  isHttps: true,
  isDevelopment: false,
}

describe('the content security policy', () => {
  it('lets Link’s script, its frame and its calls through, and nothing else from outside', () => {
    const policy = contentSecurityPolicy(plaids)
    expect(policy).toContain("script-src 'self' 'nonce-n0nce' https://cdn.plaid.com;")
    expect(policy).toContain('frame-src https://cdn.plaid.com;')
    expect(policy).toContain("connect-src 'self' https://production.plaid.com https://cdn.plaid.com;")
    expect(policy).toContain("form-action 'self' https://secure.plaid.com;")
    expect(policy.match(/https:\/\//g)).toHaveLength(5)
  })

  it('lets our own worker run, for browser messages', () => {
    expect(contentSecurityPolicy(plaids)).toContain("worker-src 'self';")
  })

  it('never allows inline scripts or evaluation in production', () => {
    expect(contentSecurityPolicy(plaids)).not.toMatch(/script-src[^;]*unsafe/)
  })

  it('shows the company’s logo from where it is', () => {
    const policy = contentSecurityPolicy({ ...plaids, brandLogoUrl: 'https://fernway.example/logo.png' })
    expect(policy).toContain("img-src 'self' data: https://fernway.example;")
  })
})
