import type pg from 'pg'
import type { Place } from './place.ts'
import { busy, scaleId } from './scale-rows.ts'

const dayMs = 24 * 60 * 60_000

/** Opens every page that reads much, as an admin and as the person with many banks; answers how many. */
export async function openPages({ appUrl }: Place, client: pg.Client, admin: string): Promise<number> {
  const forAdmin = [...consolePages(), '/api/health/ready', '/api/metrics']
  for (const path of forAdmin) await openPage(appUrl + path, admin)
  const person = await signIn(client, busy.email, 'PERSON')
  const forPerson = ['/dashboard', '/preferences']
  for (const path of forPerson) await openPage(appUrl + path, person)
  return forAdmin.length + forPerson.length
}

function consolePages(): string[] {
  const middle = (days: number) => `${new Date(Date.now() - days * dayMs).toISOString()}_${scaleId('c1', 1)}`
  const searches = ['frost', 'Bank 17', busy.email, 'nobody of this name']
  const lists = ['/admin?', '/admin?list=handed_over&']
  return [
    ...lists.flatMap((list) => [list, `${list}after=${middle(150)}`]),
    ...lists.flatMap((list) => searches.map((search) => `${list}q=${encodeURIComponent(search)}`)),
    `/admin?q=frost&after=${middle(150)}`,
    `/admin/items/${scaleId('b1', busy.itemNumber)}`,
    `/admin/items/${scaleId('b1', 1)}`,
    '/admin/drift?list=strayed',
    '/admin/drift?list=missed',
    `/admin/drift?list=missed&after=${middle(20)}`,
    '/admin/drift?list=swept',
    `/admin/drift?list=swept&after=${middle(20)}`,
    '/admin/dead-letters',
    `/admin/dead-letters?after=${middle(1)}`,
  ]
}

/** Signs a person in without a mail; answers the cookie. */
export async function signIn(client: pg.Client, email: string, role: 'PERSON' | 'ADMIN'): Promise<string> {
  const token = `session-of-${email}`
  await client.query(
    `WITH person AS (INSERT INTO users (id, email, role) VALUES ($2, $2, $3::"Role")
       ON CONFLICT (email) DO UPDATE SET role = $3::"Role" RETURNING id)
     INSERT INTO sessions (session_token, user_id, expires) SELECT $1, id, now() + interval '1 day' FROM person ON CONFLICT DO NOTHING`,
    [token, email, role],
  )
  return `authjs.session-token=${token}`
}

/** Loads a page as a browser with this cookie. */
export async function openPage(url: string, cookie: string): Promise<void> {
  const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' })
  await answer.text()
  if (answer.status !== 200) throw new Error(`${url} was answered ${answer.status}.`)
}
