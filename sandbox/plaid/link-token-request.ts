import type { HostedLinkDeliveryMethod, LinkTokenCreateRequest } from 'plaid'
import { z } from 'zod'
import { countryCodeSchema, productSchema } from '../state/plaid-words.ts'

const languages = 'da de en es et fr hi it lt lv nl no pl pt ro sv vi'.split(' ')

/** Fields that belong to products: taken and left aside in a first link, refused in update mode. */
export const productFields = [
  'auth',
  'base_report',
  'cashflow_report',
  'cra_options',
  'credit_partner_insights',
  'employment',
  'identity',
  'identity_verification',
  'income_verification',
  'investments',
  'investments_auth',
  'payment_initiation',
  'statements',
  'transactions',
  'transfer',
] as const satisfies readonly (keyof LinkTokenCreateRequest)[]

/** Fields that Plaid knows and that change nothing here. */
const unusedFields = [
  'access_tokens',
  'android_package_name',
  'appearance_mode',
  'card_switch',
  'consumer_report_permissible_purpose',
  'cra_enabled',
  'enable_multi_item_link',
  'eu_config',
  'financekit_supported',
  'institution_data',
  'institution_id',
  'link_customization_name',
  'payment_configuration',
  'third_party_user_token',
  'user_id',
  'user_token',
] as const satisfies readonly (keyof LinkTokenCreateRequest)[]

const ignored = Object.fromEntries([...productFields, ...unusedFields].map((field) => [field, z.unknown().optional()]))

/** Where the bank returns to: https, or http on this machine only; nothing after the path. */
function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text) || /[?#]/.test(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname))
}

const nonEmpty = z.string().min(1, 'must be a properly formatted, non-empty string')

const maxHostedLifeSeconds = 21 * 24 * 60 * 60

const hostedLink = z.strictObject({
  delivery_method: z.enum(['sms', 'email'] as const satisfies readonly `${HostedLinkDeliveryMethod}`[]).optional(),
  /** An app on a phone has a scheme of its own; no address may run script. */
  completion_redirect_uri: z.url({ protocol: /^(?!javascript$|data$)/, error: 'must be a valid URI' }).optional(),
  url_lifetime_seconds: z
    .number()
    .int()
    .min(1, 'must be positive')
    .max(maxHostedLifeSeconds, 'must not be longer than 21 days')
    .optional(),
  is_mobile_app: z.boolean().optional(),
})

/** The body of /link/token/create. */
export const linkTokenRequestSchema = z.strictObject({
  ...ignored,
  client_name: nonEmpty,
  language: z.string().refine((language) => languages.includes(language), 'must be a language that Link speaks'),
  country_codes: z.array(countryCodeSchema).min(1, 'must name at least one country'),
  user: z.looseObject({ client_user_id: nonEmpty }),
  products: z.array(productSchema).nullish(),
  required_if_supported_products: z.array(productSchema).nullish(),
  optional_products: z.array(productSchema).nullish(),
  additional_consented_products: z.array(productSchema).nullish(),
  webhook: z.url({ protocol: /^https?$/, error: 'must be a valid http or https URL' }).optional(),
  access_token: z.string().nullish(),
  redirect_uri: z
    .string()
    .refine(isRedirectUri, 'must use https (http only for localhost) and have no query and no fragment')
    .optional(),
  account_filters: z.unknown().optional(),
  hosted_link: hostedLink.optional(),
  update: z
    .strictObject({
      account_selection_enabled: z.boolean().optional(),
      reauthorization_enabled: z.boolean().optional(),
    })
    .optional(),
})

export type LinkTokenRequest = z.infer<typeof linkTokenRequestSchema>
