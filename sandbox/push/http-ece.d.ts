// The package brings no types; these are the parts that are used here.
declare module 'http_ece' {
  import type { ECDH } from 'node:crypto'

  export function decrypt(
    encrypted: Buffer,
    how: { version: 'aes128gcm'; privateKey: ECDH; authSecret: string },
  ): Buffer
}
