import { db } from '#lib/adapters/db/client.ts'
import { env } from '#lib/env.ts'

/** Makes a person an admin at sign-in when ADMIN_EMAILS names them. It takes no role away. */
export async function grantRole(person: { userId: string; email: string }): Promise<void> {
  if (!env().ADMIN_EMAILS.includes(person.email.toLowerCase())) return
  await db().user.updateMany({ where: { id: person.userId, role: 'PERSON' }, data: { role: 'ADMIN' } })
}
