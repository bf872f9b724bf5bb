import { z } from 'zod'

/** Plaid's error object as an Item keeps it and as every refusal carries it. */
export const plaidErrorSchema = z.object({
  error_type: z.enum([
    'API_ERROR',
    'ASSET_REPORT_ERROR',
    'INSTITUTION_ERROR',
    'INVALID_INPUT',
    'INVALID_REQUEST',
    'INVALID_RESULT',
    'ITEM_ERROR',
    'OAUTH_ERROR',
    'RATE_LIMIT_EXCEEDED',
    'RECAPTCHA_ERROR',
    'SANDBOX_ERROR',
  ]),
  error_code: z.string(),
  error_message: z.string(),
  display_message: z.string().nullable(),
  error_code_reason: z.string().nullable(),
})

export type PlaidErrorBody = z.infer<typeof plaidErrorSchema>
