import { helpWords } from '../help-words.ts'
import './drawing.css'

const site = 'firstplatypus.example'

/** The bank’s own site, signed in. */
export async function BankItself() {
  const { t } = await helpWords()
  return (
    <svg className="drawing" viewBox="0 0 440 260" role="img" aria-label={t('help.pictures.bank')}>
      <rect x="60" y="36" width="320" height="260" rx="14" className="paper" />
      <path className="ln" d="M60 78h320" />
      <circle cx="80" cy="57" r="4" className="soft" />
      <circle cx="94" cy="57" r="4" className="soft" />
      <circle cx="108" cy="57" r="4" className="soft" />
      <rect x="128" y="46" width="216" height="22" rx="11" className="soft" />
      <g className="ink" transform="translate(137 50) scale(.7)" strokeWidth="2.2">
        <rect x="4.25" y="8.75" width="11.5" height="8" rx="2.25" />
        <path d="M6.75 8.75v-2.5a3.25 3.25 0 0 1 6.5 0v2.5" />
      </g>
      <text x="158" y="61.5" style={{ fontSize: '12.5px' }}>
        {site}
      </text>
      <g transform="translate(92 100) scale(1.1)" className="acc" strokeWidth="1.6">
        <path d="M3 7.75 10 3.5l7 4.25v.75H3zM5.25 8.75V14M10 8.75V14M14.75 8.75V14M3 16.5h14" />
      </g>
      <rect x="124" y="106" width="96" height="10" rx="5" className="soft" />
      <rect x="92" y="138" width="176" height="26" rx="8" className="paper" />
      <g className="dots">
        <circle cx="106" cy="151" r="2.8" />
        <circle cx="116" cy="151" r="2.8" />
        <circle cx="126" cy="151" r="2.8" />
        <circle cx="136" cy="151" r="2.8" />
        <circle cx="146" cy="151" r="2.8" />
        <circle cx="156" cy="151" r="2.8" />
      </g>
      <rect x="92" y="176" width="88" height="28" rx="9" className="accfill" />
      <path className="on" d="M114 190h44" strokeWidth="3" />
      <circle cx="330" cy="186" r="34" className="good" />
      <path className="goodcheck" style={{ strokeWidth: 4.5 }} d="m315 187 10.5 10.5 20-22" />
    </svg>
  )
}
