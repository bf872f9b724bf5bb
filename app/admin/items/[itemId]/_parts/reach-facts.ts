import type { PersonReach, Wish } from '#lib/features/admin/read-person-reach.ts'

const languageNames = { en: 'English', es: 'Spanish', fr: 'French' }

const emailWords: Record<PersonReach['email'], string> = {
  yes: 'yes',
  unwanted: 'no, switched off by the person',
  bounced: 'no, the address bounced for good',
  complained: 'no, marked as spam',
}

/** How a person can be told, as names and values of a list of facts. */
export function reachFacts(reach: PersonReach): { name: string; value: string }[] {
  const { language, timeZone } = reach
  return [
    { name: 'By e-mail', value: emailWords[reach.email] },
    { name: 'By browser', value: browserWords(reach) },
    { name: 'Language', value: `${languageNames[language.spoken]}, ${languageSource(language)}` },
    { name: 'Time zone', value: `${timeZone.used}, ${sourceWords(timeZone.used, timeZone)}` },
  ]
}

function browserWords({ push, browsers }: PersonReach): string {
  if (push === 'none') return 'no, none has asked'
  const count = browsers === 1 ? '1 browser' : `${browsers} browsers`
  return push === 'unwanted' ? `no, switched off by the person${browsers > 0 ? ` (${count})` : ''}` : `yes, ${count}`
}

/** A browser's wish is told in its own words: it may ask for a language that we do not speak. */
function languageSource(language: PersonReach['language']): string {
  return !language.chosen && language.browser
    ? `their browser says ${language.browser}`
    : sourceWords(language.spoken, language)
}

function sourceWords(used: string, { chosen, browser }: Wish): string {
  if (used === chosen) return 'chosen'
  return used === browser ? 'from their browser' : 'by default'
}
