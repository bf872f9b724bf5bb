import { Icon } from '../../_ui/icon.tsx'
import type { IconName } from '../../_ui/icon-drawings.tsx'

const reasons: { icon: IconName; title: string; words: string }[] = [
  {
    icon: 'lock',
    title: 'Your bank has locked you out',
    words: 'Trying more makes it longer. Unlock it at the bank, by app or phone, then come back.',
  },
  {
    icon: 'user',
    title: 'Your username has changed',
    words: 'Then the old connection can’t come back. Connect the bank anew; your records stay.',
  },
  {
    icon: 'settings',
    title: 'Your bank blocks sharing',
    words: 'Some have a switch for it, under “security” or “third-party access”. It can take two days to work.',
  },
]

/** The rarer reasons, for those whom the three checks did not help. */
export function StillStuck() {
  return (
    <section className="before" aria-labelledby="still">
      <h2 id="still">If it still won’t work</h2>
      <div className="cards">
        {reasons.map(({ icon, title, words }) => (
          <article key={title} className="card">
            <h3>
              <Icon name={icon} />
              {title}
            </h3>
            <p>{words}</p>
          </article>
        ))}
      </div>
    </section>
  )
}
