import { PrismaAdapter } from '@auth/prisma-adapter'
import { db } from '#lib/adapters/db/client.ts'

/** Where next-auth keeps people, sessions and sign-in links. */
export function authAdapter() {
  return PrismaAdapter(db())
}
