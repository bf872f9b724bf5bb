import type { Statement } from './one-trip.ts'

export type DeliveryRow = {
  id: string
  receivedAt: Date
  webhookType: string
  webhookCode: string
  plaidItemId: string | null
  source: string
  body: Uint8Array
}

/** The statement that stores deliveries which wait to be applied. Its text is always the same, so it is planned once. */
export function storeDeliveries(rows: DeliveryRow[]): Statement {
  const column = (key: keyof DeliveryRow) => rows.map((row) => row[key])
  return {
    name: 'store-deliveries',
    text: `INSERT INTO webhook_deliveries
             (id, received_at, webhook_type, webhook_code, plaid_item_id, source, body)
           SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bytea[])`,
    values: [
      column('id'),
      column('receivedAt'),
      column('webhookType'),
      column('webhookCode'),
      column('plaidItemId'),
      column('source'),
      column('body'),
    ],
  }
}
