'use server'

import { signOut } from './auth.ts'

/** Ends this browser's session and goes to the front page. */
export async function signOutAction(): Promise<void> {
  await signOut({ redirectTo: '/' })
}
