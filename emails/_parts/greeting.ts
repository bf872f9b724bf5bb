import type { Language } from '#lib/domain/language.ts'
import { wordsIn } from '#messages/words.ts'
import { isolated, onOneLine } from './names.ts'

/** How a mail begins; without a name where there is none. */
export function greeting({ language, personName }: { language: Language; personName: string | null }): string {
  const t = wordsIn(language)
  if (onOneLine(personName ?? '') === '') return t('mail.greetingWithoutName')
  return t('mail.greeting', { person: isolated(personName ?? '') })
}
