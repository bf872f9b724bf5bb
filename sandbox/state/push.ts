import { z } from 'zod'

/** A browser that lets somebody write to it, with both halves of its keys: the stand-in is the browser too. */
export const pushSubscriptionSchema = z.object({
  id: z.string(),
  /** In base64url, as all keys here. */
  privateKey: z.string(),
  p256dh: z.string(),
  auth: z.string(),
  /** The VAPID key that it was made for; null takes any. */
  applicationServerKey: z.string().nullable(),
  isGone: z.boolean(),
})

/** A message as the browser would get it. */
export const pushMessageSchema = z.object({
  id: z.string(),
  subscriptionId: z.string(),
  at: z.iso.datetime(),
  ttl: z.number().int(),
  urgency: z.string().nullable(),
  topic: z.string().nullable(),
  vapid: z.object({ aud: z.string(), sub: z.string(), publicKey: z.string() }),
  text: z.string(),
})

export type PushSubscription = z.infer<typeof pushSubscriptionSchema>
export type PushMessage = z.infer<typeof pushMessageSchema>
