import type pg from 'pg'

export type ScaleSizes = { items: number; webhookUrl: string }

/** The person with many banks; their first Item has a long history. Nobody else's rows are as many. */
export const busy = { email: 'person1@example.net', itemNumber: 25, banks: 60, incident: 1 }

/** The id of the nth row of a kind, as `scale_id` makes it in SQL. */
export function scaleId(kind: string, n: number): string {
  const hex = n.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${kind.padStart(12, '0')}`
}

// Numbered ids in the form of a UUID 7, so that they grow with time as those of life do.
const functions = `
  CREATE FUNCTION scale_id(kind text, n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
    $$ SELECT overlay(lpad(to_hex(n), 12, '0') placing '-' from 9 for 0) || '-7000-8000-' || lpad(kind, 12, '0') $$;`

/**
 * Rows as years leave them behind: one Item in 25 is broken, one in 50 has an end of consent. All of them are of
 * strangers whose tokens nobody can open, so none is due.
 */
export async function fillAtScale(client: pg.Client, sizes: ScaleSizes): Promise<void> {
  await client.query(`SET session_replication_role = replica`) // the rows fit; asking for each would take longer than they
  await client.query(functions)
  for (const sql of statements(sizes)) await client.query(sql)
  await client.query('VACUUM ANALYZE')
  await client.query(`SET session_replication_role = origin`)
}

function statements(sizes: ScaleSizes): string[] {
  const { items } = sizes
  const broken = Math.floor(items / 25)
  const incidents = Math.floor(broken * 1.5)
  const messages = Math.floor(incidents / 3) * 10
  return [
    ...peopleAndItems(sizes),
    ...incidentsAndMessages({ items, broken, incidents, notices: incidents * 5, messages }),
    ...linkSessions({ links: messages, sessions: incidents * 5 }),
    ...whatHappened({ items, entries: items * 2, deliveries: Math.floor(items * 1.5) }),
  ]
}

function peopleAndItems({ items, webhookUrl }: ScaleSizes): string[] {
  const people = Math.floor(items * 0.7)
  return [
    `INSERT INTO users (id, email, name, browser_language, time_zone, created_at)
     SELECT scale_id('a1', n), 'person' || n || '@example.net',
       (ARRAY['Ada','Bert','Chloe','Dan','Eve','Finn','Gus'])[n % 7 + 1] || ' ' ||
       (ARRAY['Ash','Birch','Cole','Drake','Elm','Frost','Gray','Hale','Ives','Jones','Kern'])[n % 11 + 1],
       'en', 'America/New_York', now() - interval '1 day' * (1100 - 1100.0 * n / ${people})
     FROM generate_series(1, ${people}) n`,
    `INSERT INTO institutions (id, name, refreshed_at)
     SELECT 'ins_scale_' || n, 'Bank ' || n, now() FROM generate_series(1, 300) n`,
    `INSERT INTO items (id, plaid_item_id, user_id, institution_id, institution_name, sealed_access_token, state,
       state_since, error_type, error_code, expires_at, checked_at, plaid_webhook_url, missed_webhook_at, next_check_at, created_at)
     SELECT scale_id('b1', n), md5(n::text),
       scale_id('a1', CASE WHEN n > ${items - busy.banks} OR n = ${busy.itemNumber} THEN 1 WHEN n <= ${people} THEN n ELSE (n::bigint * 7919) % ${people} + 1 END),
       'ins_scale_' || bank, 'Bank ' || bank, repeat(md5(n::text), 4), state::"ItemState",
       now() - interval '1 day' * (n * 7 % 300),
       CASE WHEN n % 25 = 0 THEN 'ITEM_ERROR' END, CASE WHEN n % 25 = 0 THEN 'ITEM_LOGIN_REQUIRED' END,
       CASE WHEN n % 50 = 3 THEN now() + interval '1 day' * (n % 365) END, now() - interval '1 hour' * (n % 170),
       CASE WHEN n % 1000 = 5 THEN 'https://old.example.com/hook' WHEN n % 1000 = 6 THEN '' WHEN n % 100 <> 8 THEN '${webhookUrl}' END,
       CASE WHEN n % 500 = 9 THEN now() - interval '1 hour' * (n % 1000) END,
       CASE WHEN state <> 'removed' THEN now() + interval '1 day' + interval '7 days' * random() END,
       now() - interval '1 day' * (1100 - 1100.0 * n / ${items})
     FROM (SELECT n, (n * 31 % 300) * (n % 17 + 1) / 17 + 1 AS bank,
             CASE WHEN n % 25 = 0 THEN (ARRAY['login_required','login_required','consent_needed','access_revoked'])[n / 25 % 4 + 1]
                  WHEN n % 50 = 7 THEN 'removed' ELSE 'healthy' END AS state
           FROM generate_series(1, ${items}) n) AS made`,
    `INSERT INTO bank_accounts (item_id, plaid_account_id, name, mask, type)
     SELECT scale_id('b1', n), md5('account' || n), 'Checking', '0000', 'depository' FROM generate_series(1, ${items}) n`,
    `INSERT INTO push_subscriptions (id, user_id, endpoint, p256dh, auth, created_at)
     SELECT scale_id('a2', n), scale_id('a1', n), 'https://push.example.com/' || n, 'key', 'auth', now()
     FROM generate_series(1, ${people}, 14) n`,
    `INSERT INTO suppressed_addresses (email, reason, at)
     SELECT 'person' || n || '@example.net', 'bounced', now() FROM generate_series(2, ${people}, 140) n`,
    `INSERT INTO rate_limits (key, points, expire)
     SELECT 'item-get-item:' || scale_id('b1', n) || '/0', 1, extract(epoch FROM now()) * 1000 + 70000
     FROM generate_series(1, ${items}, 10) n`,
  ]
}

type Incidents = { items: number; broken: number; incidents: number; notices: number; messages: number }

function incidentsAndMessages({ items, broken, incidents, notices, messages }: Incidents): string[] {
  return [
    `INSERT INTO incidents (id, item_id, opened_at, closed_at, closed_reason, handed_over_at, handed_over_reason)
     SELECT scale_id('c1', n), scale_id('b1', CASE WHEN n <= ${broken} THEN n * 25 ELSE (n * 37) % ${items} + 1 END), opened,
       CASE WHEN n > ${broken} THEN opened + interval '2 days' END, CASE WHEN n > ${broken} THEN 'repaired' END,
       CASE WHEN n % 3 = 0 AND n <= ${broken} THEN opened + interval '20 days' END,
       CASE WHEN n % 3 = 0 AND n <= ${broken} THEN 'schedule_ended' END
     FROM (SELECT n, now() - interval '1 minute' * (n::bigint * 7919 % 400000) - interval '1 day' AS opened
           FROM generate_series(1, ${incidents}) n) AS made`,
    `INSERT INTO notices (id, incident_id, user_id, kind, number, anchor_at, due_at, state, reason, message_id, created_at, settled_at)
     SELECT scale_id('d1', n), incident_id, user_id, 'broken', number, opened_at,
       CASE state WHEN 'pending' THEN now() + interval '1 minute' * (n % 20000 + 1440) ELSE opened_at + interval '3 days' * number END,
       state::"NoticeState", CASE state WHEN 'dropped' THEN 'repaired' END,
       CASE WHEN n <= ${messages} THEN scale_id('d2', n) END, opened_at + interval '3 days' * (number - 1),
       CASE WHEN state <> 'pending' THEN opened_at + interval '3 days' * number END
     FROM (SELECT n, number, incidents.id AS incident_id, user_id, opened_at,
             CASE WHEN number = 5 AND closed_at IS NULL AND n % 2 = 0 THEN 'pending' WHEN n % 8 = 0 THEN 'dropped' ELSE 'sent' END AS state
           FROM (SELECT n, (n - 1) / ${incidents} + 1 AS number, (n - 1) % ${incidents} + 1 AS k FROM generate_series(1, ${notices}) n) AS numbered
           JOIN incidents ON incidents.id = scale_id('c1', k) JOIN items ON items.id = item_id) AS made`,
    `INSERT INTO messages (id, user_id, state, subject, created_at, settled_at)
     SELECT message_id, user_id, 'sent', 'Reconnect your bank', due_at, due_at FROM notices WHERE message_id IS NOT NULL`,
    `INSERT INTO attempts (id, message_id, channel, address, state, provider_id, settled_at)
     SELECT left(messages.id, 34) || 'd3', messages.id, 'email', email, 'delivered', 're_' || messages.id, settled_at
     FROM messages JOIN users ON users.id = user_id`,
    `INSERT INTO outage_sightings (institution_id, item_id, seen_at)
     SELECT institution_id, id, now() - interval '1 hour' * (row_number() OVER () % 5000)
     FROM items WHERE institution_id = 'ins_scale_1'`,
  ]
}

function linkSessions({ links, sessions }: { links: number; sessions: number }): string[] {
  return [
    `INSERT INTO reconnect_links (id, incident_id, notice_id, seed, token_hash, created_at, expires_at, closed_at, closed_reason)
     SELECT left(id, 34) || 'e1', incident_id, id, md5(id), md5('token' || id), due_at, due_at + interval '7 days',
       CASE WHEN number < 4 THEN due_at + interval '1 day' END, CASE WHEN number < 4 THEN 'superseded' END
     FROM notices WHERE message_id IS NOT NULL`,
    `INSERT INTO link_sessions (id, incident_id, reconnect_link_id, path, token_hash, sealed_token, started_at, expires_at, ended_at)
     SELECT scale_id('e2', n), incident_id, links.id, 'embedded', md5('session' || n), repeat(md5(n::text), 4),
       created_at + interval '1 second' * (n % 70000), created_at + interval '5 hours',
       CASE WHEN n % 10 > 0 THEN created_at + interval '1 hour' END
     FROM generate_series(1, ${sessions}) n
     JOIN reconnect_links AS links ON links.id = scale_id('e1', CASE WHEN n % 1000 = 0 THEN ${busy.incident} ELSE (n - 1) % ${links} + 1 END)`,
    `INSERT INTO link_session_steps (id, link_session_id, kind, at, error_code, sign)
     SELECT scale_id('e3', n), scale_id('e2', (n - 1) / 3 + 1), (ARRAY['opened','failed','left'])[n % 3 + 1],
       now() - interval '1 minute' * (n % 400000), CASE WHEN n % 3 = 1 THEN 'INVALID_CREDENTIALS' END, n::text
     FROM generate_series(1, ${sessions * 3}) n`,
  ]
}

function whatHappened({
  items,
  entries,
  deliveries,
}: {
  items: number
  entries: number
  deliveries: number
}): string[] {
  const kinds = `ARRAY['checked','checked','checked','checked','webhook_received','webhook_received','webhook_ignored',
    'state_changed','notice_sent','update_mode_started','link_exited','repair_proved']`
  return [
    `INSERT INTO history_entries (id, item_id, at, kind, detail)
     SELECT scale_id('f1', n), scale_id('b1', CASE WHEN n <= ${items} THEN n WHEN n % 100 = 0 THEN ${busy.itemNumber} ELSE (n::bigint * 7919) % ${items} + 1 END),
       now() - interval '1 day' * (1100 - 1099.9 * n / ${entries}), kind,
       CASE kind WHEN 'state_changed' THEN jsonb_build_object('from', 'healthy', 'to', 'login_required', 'errorCode', 'ITEM_LOGIN_REQUIRED', 'by', CASE WHEN n % 5 = 0 THEN 'sweep' ELSE 'webhook' END)
         WHEN 'connected' THEN '{"accounts": 1}' ELSE '{"found": "no_error", "requestId": "a1b2c3d4e5f6g7h"}' END
     FROM (SELECT n, CASE WHEN n <= ${items} THEN 'connected' ELSE (${kinds})[n * 7 / 100 % 12 + 1] END AS kind
           FROM generate_series(1, ${entries}) n) AS made`,
    `INSERT INTO webhook_deliveries (id, received_at, webhook_type, webhook_code, plaid_item_id, body, outcome, reason, settled_at)
     SELECT scale_id('f2', n), received, type, code, item, convert_to(json_build_object('webhook_type', type, 'webhook_code', code, 'item_id', item, 'environment', 'sandbox')::text, 'UTF8'),
       (CASE WHEN n > ${deliveries} - 20 THEN 'pending' WHEN code = 'ERROR' THEN 'applied' ELSE 'ignored' END)::"DeliveryOutcome",
       CASE WHEN code = 'ERROR' THEN NULL ELSE 'nothing_to_do' END, received + interval '1 second'
     FROM (SELECT n, now() - interval '1 day' * (365 - 364.99 * n / ${deliveries}) AS received,
             md5(CASE WHEN n % 300 = 0 THEN ${busy.itemNumber}::text ELSE ((n::bigint * 6007) % ${items} + 1)::text END) AS item,
             CASE WHEN n % 7 < 3 THEN 'ITEM' ELSE 'TRANSACTIONS' END AS type,
             CASE n % 7 WHEN 0 THEN 'ERROR' WHEN 1 THEN 'LOGIN_REPAIRED' WHEN 2 THEN 'PENDING_DISCONNECT' ELSE 'SYNC_UPDATES_AVAILABLE' END AS code
           FROM generate_series(1, ${deliveries}) n) AS made`,
  ]
}
