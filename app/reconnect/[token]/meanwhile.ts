import type { Language } from '#lib/domain/language.ts'
import { env } from '#lib/env.ts'

/** The company's own sentence on what does not work until the bank is back; null where it has none in this language. */
export function meanwhile(language: Language): string | null {
  const { RECONNECT_MEANWHILE: en, RECONNECT_MEANWHILE_ES: es, RECONNECT_MEANWHILE_FR: fr } = env()
  return { en, es, fr }[language] ?? null
}
