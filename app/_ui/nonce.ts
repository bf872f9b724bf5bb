import { headers } from 'next/headers'

/** The nonce that this page's content security policy allows (proxy.ts). */
export async function nonce(): Promise<string | undefined> {
  return (await headers()).get('x-nonce') ?? undefined
}
