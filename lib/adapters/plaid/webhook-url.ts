import { env } from '#lib/env.ts'

/** Where Plaid is to send an Item's webhooks: this installation. */
export function webhookUrl(): string {
  return `${env().APP_URL}/api/plaid/webhook`
}
