import { type KeyObject, verify } from 'node:crypto'

// R and S, as many bytes as the curve P-256 has (RFC 7518, 3.4).
const numberLength = 32
const [sequenceTag, integerTag] = [0x30, 0x02]

/**
 * Whether the key made this signature over these bytes. Node works it out on another thread.
 * @param signature as a JWS has it: R and S one after the other, 64 bytes
 * @param key a public key on P-256
 */
export async function verifyEs256(signed: Uint8Array, signature: Uint8Array, key: KeyObject): Promise<boolean> {
  if (signature.length !== 2 * numberLength) return false
  const der = derOf(signature)
  return new Promise((resolve, reject) => {
    verify('sha256', signed, key, der, (error, isKeys) => (error ? reject(error) : resolve(isKeys)))
  })
}

/** Node reads R and S too (`ieee-p1363`), but takes five times as long of the main thread for it (docs/decisions). */
function derOf(signature: Uint8Array): Uint8Array {
  const numbers = [signature.subarray(0, numberLength), signature.subarray(numberLength)].map(derInteger)
  const content = Buffer.concat(numbers)
  return Buffer.concat([Uint8Array.of(sequenceTag, content.length), content])
}

/** The shortest form (X.690, 8.3): no leading zero but the one that keeps a high first bit from being a minus. */
function derInteger(number: Uint8Array): Uint8Array {
  const firstByte = number.findIndex((byte) => byte !== 0)
  const digits = firstByte === -1 ? [0] : [...number.subarray(firstByte)]
  const isHigh = (digits[0] ?? 0) >= 0x80
  const content = isHigh ? [0, ...digits] : digits
  return Uint8Array.of(integerTag, content.length, ...content)
}
