import type { PersonReach } from '#lib/features/admin/read-person-reach.ts'

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
    { name: 'Language', value: `${languageNames[language.spoken]}, ${sourceWords(language)}` },
    { name: 'Time zone', value: `${timeZone.used}, ${sourceWords(timeZone)}` },
  ]
}

function browserWords({ push, browsers }: PersonReach): string {
  if (push === 'none') return 'no, none has asked'
  const count = browsers === 1 ? '1 browser' : `${browsers} browsers`
  return push === 'unwanted' ? `no, switched off by the person${browsers > 0 ? ` (${count})` : ''}` : `yes, ${count}`
}

function sourceWords({ chosen, browser }: PersonReach['language'] | PersonReach['timeZone']): string {
  if (chosen) return 'chosen'
  return browser ? `their browser says ${browser}` : 'by default'
}
