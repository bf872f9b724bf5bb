'use server'

import { cookies } from 'next/headers'
import { themeCookie, themeFrom } from './theme.ts'

const yearSeconds = 365 * 24 * 60 * 60

/** Keeps the reader's choice of light or dark; the page comes back in it. */
export async function chooseThemeAction(form: FormData): Promise<void> {
  const chosen = form.get('theme')
  const theme = themeFrom(typeof chosen === 'string' ? chosen : undefined)
  const jar = await cookies()
  if (theme === 'system') jar.delete(themeCookie)
  else jar.set(themeCookie, theme, { sameSite: 'lax', httpOnly: true, path: '/', maxAge: yearSeconds })
}
