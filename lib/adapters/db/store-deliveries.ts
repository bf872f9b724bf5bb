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
const columns = 7

/** The statement that stores deliveries which wait to be applied. */
export function storeDeliveries(rows: DeliveryRow[]): Statement {
  const places = rows.map((_, row) => Array.from({ length: columns }, (_, column) => `$${row * columns + column + 1}`))
  return {
    text: `INSERT INTO webhook_deliveries
             (id, received_at, webhook_type, webhook_code, plaid_item_id, source, body)
           VALUES ${places.map((row) => `(${row})`).join(', ')}`,
    values: rows.flatMap((row) => [
      row.id,
      row.receivedAt,
      row.webhookType,
      row.webhookCode,
      row.plaidItemId,
      row.source,
      row.body,
    ]),
  }
}
