import { z } from 'zod'

const sentence = z.string().trim().min(1).max(200, { error: 'must have 200 characters at most' }).optional()

/** The settings of the way back: the link in a mail, its page, and how Link is shown there. */
export const reconnectKeys = {
  RECONNECT_MODE: z.enum(['link', 'hosted'], { error: 'must be link or hosted' }).default('link'),
  UPDATE_TOKEN: z
    .enum(['link_token', 'public_token'], { error: 'must be link_token or public_token' })
    .default('link_token'),
  PLAID_PUBLIC_KEY: z.string().optional(),
  RECONNECT_LINK_DAYS: z.coerce
    .number({ error: 'must be a number of days' })
    .min(1, { error: 'must be a day or more' })
    .max(30, { error: 'must be 30 days at most' })
    .default(7),
  RECONNECT_REQUIRES_SIGN_IN: z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .default('false')
    .transform((value) => value === 'true'),
  RECONNECT_MEANWHILE: sentence,
  RECONNECT_MEANWHILE_ES: sentence,
  RECONNECT_MEANWHILE_FR: sentence,
  SUPPORT_EMAIL: z.email({ error: 'must be an e-mail address' }).optional(),
}
