import type { ReactNode } from 'react'
import { wordsIn } from '#messages/words.ts'
import { pageLanguage } from '../_languages/page-language.ts'
import { ButtonLink } from '../_ui/button.tsx'
import { PersonShell } from '../_ui/person-shell.tsx'
import './help.css'

type HelpFrameProps = { title: string; lead: string; children: ReactNode }

/** The outside of every help page; readable without script and without signing in. */
export async function HelpFrame({ title, lead, children }: HelpFrameProps) {
  const language = await pageLanguage()
  const t = wordsIn(language)
  const banks = (
    <ButtonLink href="/dashboard" variant="ghost" size="lg">
      {t('shell.banks')}
    </ButtonLink>
  )
  return (
    <PersonShell className="help" language={language} end={banks}>
      <main>
        <div className="head">
          <h1>{title}</h1>
          <p className="lead">{lead}</p>
        </div>
        {children}
      </main>
    </PersonShell>
  )
}
