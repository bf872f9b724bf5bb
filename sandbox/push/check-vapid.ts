import { errors, importJWK, type JWTPayload, jwtVerify } from 'jose'
import type { PushMessage } from '../state/push.ts'
import { PushRefusal } from './refusal.ts'

const longestLifeSeconds = 24 * 60 * 60

type Expected = { origin: string; applicationServerKey: string | null; now: Date }

/** Checks who sends, as RFC 8292 says; refuses with 401 or 403. */
export async function checkVapid(authorization: string | null, expected: Expected): Promise<PushMessage['vapid']> {
  const { t: token, k: publicKey } = partsOf(authorization)
  if (!token || !publicKey) throw new PushRefusal(401, 'Authorization must be: vapid t=…, k=…')
  if (expected.applicationServerKey !== null && publicKey !== expected.applicationServerKey) {
    throw new PushRefusal(403, 'this subscription was made for another VAPID key')
  }
  const { aud, sub, exp = 0 } = await verified(token, publicKey, expected.now)
  if (aud !== expected.origin) throw new PushRefusal(403, `aud must be ${expected.origin}`)
  if (exp - expected.now.getTime() / 1000 > longestLifeSeconds)
    throw new PushRefusal(403, 'exp is more than a day ahead')
  if (!sub || !/^(mailto:|https:)/.test(sub)) throw new PushRefusal(403, 'sub must be a mailto: or https: address')
  return { aud, sub, publicKey }
}

function partsOf(authorization: string | null): Partial<Record<string, string>> {
  const list = /^vapid (.+)$/i.exec(authorization ?? '')?.[1] ?? ''
  return Object.fromEntries(list.split(',').map((part) => part.trim().split(/=(.*)/s).slice(0, 2)))
}

async function verified(token: string, publicKey: string, now: Date): Promise<JWTPayload> {
  const point = Buffer.from(publicKey, 'base64url')
  const half = (from: number) => point.subarray(from, from + 32).toString('base64url')
  try {
    const key = await importJWK({ kty: 'EC', crv: 'P-256', x: half(1), y: half(33) }, 'ES256')
    return (await jwtVerify(token, key, { algorithms: ['ES256'], requiredClaims: ['exp'], currentDate: now })).payload
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new PushRefusal(403, `the VAPID token is not valid: ${error.code}`)
    throw new PushRefusal(403, 'the VAPID key is not valid')
  }
}
