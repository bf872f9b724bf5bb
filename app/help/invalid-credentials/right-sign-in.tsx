import { helpWords } from '../help-words.ts'
import './drawing.css'

const kinds = ['personal', 'business', 'wealth'] as const

/** Three sign-ins with nearly the same name; the first is chosen. */
export async function RightSignIn() {
  const { t } = await helpWords()
  return (
    <svg className="drawing" viewBox="0 0 440 260" role="img" aria-label={t('help.pictures.signIns')}>
      {kinds.map((kind, place) => (
        <g key={kind} transform={`translate(0 ${32 + 70 * place})`}>
          <rect x="68" y="0" width="304" height="56" rx="14" className={place === 0 ? 'sel' : 'paper'} />
          <g transform="translate(84 17) scale(1.1)" className={place === 0 ? 'acc' : 'ln'} strokeWidth="1.6">
            <path d="M3 7.75 10 3.5l7 4.25v.75H3zM5.25 8.75V14M10 8.75V14M14.75 8.75V14M3 16.5h14" />
          </g>
          <text x="122" y="26">
            {t(`help.pictures.${kind}`)}
          </text>
          <text x="122" y="43" className="q">
            {t(`help.pictures.${kind}Site`)}
          </text>
          {place === 0 ? <Chosen /> : <circle cx="346" cy="28" r="10" className="ln" />}
        </g>
      ))}
    </svg>
  )
}

function Chosen() {
  return (
    <>
      <circle cx="346" cy="28" r="11" className="accfill" />
      <path className="on" d="m341 28.2 3.7 3.7 6.6-7.3" />
    </>
  )
}
