import type { Language } from '#lib/domain/language.ts'
import { translator } from '#messages/words.ts'
import { isolated, onOneLine } from './names.ts'

/** How a mail begins; without a name where there is none. */
export function greeting({ language, personName }: { language: Language; personName: string | null }): string {
  const t = translator(language, 'mail')
  if (onOneLine(personName ?? '') === '') return t('greetingWithoutName')
  return t('greeting', { person: isolated(personName ?? '') })
}
