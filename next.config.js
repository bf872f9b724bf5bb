/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  // A lock file in a folder above would otherwise be taken for the project's root.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  // Type checking is a gate of its own in `npm test`, and twice is once too often.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // Asked for anew on each page, a typeface would often be too late for it. Another version needs another name.
    { source: '/fonts/:file*', headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }] },
  ],
}

// The content security policy has a nonce for each request and is set in proxy.ts.
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // A reconnect link is in the address: no other site may learn it. Not `no-referrer`: that takes the origin from forms
  // sent without script, and Next then refuses their server actions.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin-allow-popups' },
]
