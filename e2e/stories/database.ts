import pg from 'pg'

/** Lets the reconnect links of an Item run out. Time is the one thing that no request can bring about. */
export async function expireReconnectLinks(itemId: string): Promise<void> {
  await change(
    `UPDATE reconnect_links SET expires_at = now() - interval '1 minute'
     WHERE incident_id IN (SELECT id FROM incidents WHERE item_id = $1)`,
    itemId,
  )
}

/** Lets the day of an Item's next reminder come. */
export async function makeRemindersDue(itemId: string): Promise<void> {
  await change(
    `UPDATE notices SET due_at = now()
     WHERE state = 'pending' AND incident_id IN (SELECT id FROM incidents WHERE item_id = $1)`,
    itemId,
  )
}

/** Puts an Item's last repair into yesterday. */
export async function ageRepair(itemId: string): Promise<void> {
  await change(`UPDATE incidents SET closed_at = closed_at - interval '1 day' WHERE item_id = $1`, itemId)
}

/** Lets the hour pass in which messages wait after a bank was down. */
export async function endOutage(institutionId: string): Promise<void> {
  await change('DELETE FROM outage_sightings WHERE institution_id = $1', institutionId)
  await change('UPDATE institutions SET down_since = NULL WHERE id = $1', institutionId)
}

async function change(statement: string, id: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.STORIES_DATABASE_URL })
  await client.connect()
  try {
    await client.query(statement, [id])
  } finally {
    await client.end()
  }
}
