import type { Language } from '#lib/domain/language.ts'
import { wordsIn } from '#messages/words.ts'
import { Said } from './said.tsx'
import { TextLink } from './text-blocks.tsx'

type Props = { language: Language; why: string; preferencesUrl: string }

/** Why the reader gets this mail, and where they say otherwise. */
export function Footer({ language, why, preferencesUrl }: Props) {
  return (
    <p style={{ margin: 0 }}>
      <Said>{why}</Said> <TextLink href={preferencesUrl}>{wordsIn(language)('mail.preferences')}</TextLink>.
    </p>
  )
}

/** The same for the text part. */
export function footerLines({ language, why, preferencesUrl }: Props): string {
  const t = wordsIn(language)
  return `--\n${why}\n${t('mail.buttonInText', { button: t('mail.preferences') })}\n${preferencesUrl}`
}
