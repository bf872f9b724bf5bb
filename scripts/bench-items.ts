// Links many Items in a throwaway database, for the benches: `node scripts/bench-items.ts 1000`.
import { closeDb } from '#lib/adapters/db/client.ts'
import { webhookUrl } from '#lib/adapters/plaid/webhook-url.ts'
import { env } from '#lib/env.ts'
import { linkManyItems } from './testing/link-many.ts'

const count = Number(process.argv[2])
const sandboxUrl = new URL(env().PLAID_BASE_URL).origin
const items = await linkManyItems({ sandboxUrl, count, webhook: webhookUrl() })
process.stdout.write(`${JSON.stringify(items.map(({ plaidItemId }) => plaidItemId))}\n`)
await closeDb()
