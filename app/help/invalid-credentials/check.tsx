import type { ReactNode } from 'react'
import { helpWords } from '../help-words.ts'
import { Prose } from '../prose.tsx'
import type { HelpPart } from '../topics.ts'

type CheckProps = { number: number; part: HelpPart; drawing: ReactNode }

/** One of the things to look at before trying again: a drawing, a question, and what to do. */
export async function Check({ number, part, drawing }: CheckProps) {
  const { t } = await helpWords()
  return (
    <section className="check" aria-labelledby={part}>
      <div className="art">{drawing}</div>
      <div className="txt">
        <h2 id={part}>
          <span className="n">{t('help.check', { number })}</span> {t(`help.pages.${part}.title`)}
        </h2>
        <Prose part={part} />
      </div>
    </section>
  )
}
