import { cookies } from 'next/headers'
import { z } from 'zod'

/** What the person asked for a moment ago, so that the next page can name it and offer to send again. */
const askedSchema = z.object({ email: z.string(), next: z.string().nullable(), times: z.number().int() })
type Asked = z.infer<typeof askedSchema>

const name = 'relink-asked'
const lifeSeconds = 15 * 60

/** Keeps it with the browser that asked; nowhere in an address, where it would be logged. */
export async function rememberAsked({ email, next }: { email: string; next: string | null }): Promise<void> {
  const before = await readAsked()
  const asked: Asked = { email, next, times: before?.email === email ? before.times + 1 : 1 }
  const jar = await cookies()
  jar.set(name, JSON.stringify(asked), { httpOnly: true, sameSite: 'lax', path: '/sign-in', maxAge: lifeSeconds })
}

/** What this browser asked for, or null where that is forgotten or was tampered with. */
export async function readAsked(): Promise<Asked | null> {
  const jar = await cookies()
  const parsed = askedSchema.safeParse(parseJson(jar.get(name)?.value))
  return parsed.success ? parsed.data : null
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
