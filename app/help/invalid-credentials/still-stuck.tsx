import { Icon } from '../../_ui/icon.tsx'
import type { IconName } from '../../_ui/icon-drawings.tsx'
import { helpWords } from '../help-words.ts'
import { Prose } from '../prose.tsx'
import type { HelpPart } from '../topics.ts'

const reasons: { icon: IconName; part: HelpPart }[] = [
  { icon: 'lock', part: 'invalid-credentials.parts.locked' },
  { icon: 'user', part: 'invalid-credentials.parts.username' },
  { icon: 'settings', part: 'invalid-credentials.parts.blocked' },
]
/** Plaid's, as support knows it. */
const errorCode = 'INVALID_CREDENTIALS'

/** The rarer reasons, for those whom the three checks did not help. */
export async function StillStuck() {
  const { t, facts } = await helpWords()
  return (
    <section className="still" aria-labelledby="still">
      <h2 id="still">{t('help.still')}</h2>
      <div className="cards">
        {reasons.map(({ icon, part }) => (
          <article key={part} className="card">
            <h3>
              <Icon name={icon} />
              {t(`help.pages.${part}.title`)}
            </h3>
            <Prose part={part} />
          </article>
        ))}
      </div>
      <p className="quiet text-sm">
        {t('help.nameOfIt', facts)} <code>{errorCode}</code>
      </p>
    </section>
  )
}
