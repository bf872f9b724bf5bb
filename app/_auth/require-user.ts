import { notFound, redirect } from 'next/navigation'
import { auth, type Role } from './auth.ts'

export type SignedIn = { userId: string; email: string; name: string | null; role: Role }

/** Who is signed in, or null. */
export async function currentUser(): Promise<SignedIn | null> {
  const user = (await auth())?.user
  if (!user?.id || !user.email) return null
  return { userId: user.id, email: user.email, name: user.name ?? null, role: user.role }
}

/** Who is signed in; anybody else is led to the sign-in page and back to `next`. */
export async function requireUser(next = '/dashboard'): Promise<SignedIn> {
  return (await currentUser()) ?? redirect(`/sign-in?next=${encodeURIComponent(next)}`)
}

/** The admin who is signed in; for anybody else the page does not exist. */
export async function requireAdmin(next = '/admin'): Promise<SignedIn> {
  const user = await requireUser(next)
  return user.role === 'ADMIN' ? user : notFound()
}
