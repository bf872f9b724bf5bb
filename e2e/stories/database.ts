import pg from 'pg'

/** Lets a week pass for the reconnect links of an Item: the one thing that no request can bring about. */
export async function ageReconnectLinks(itemId: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.STORIES_DATABASE_URL })
  await client.connect()
  try {
    await client.query(
      `UPDATE reconnect_links SET expires_at = now() - interval '1 minute'
       WHERE incident_id IN (SELECT id FROM incidents WHERE item_id = $1)`,
      [itemId],
    )
  } finally {
    await client.end()
  }
}
