import { helpWords } from '../help-words.ts'
import './drawing.css'

const typed = 'Heron-over-Quay7'

/** A password typed by hand, and an old one that is not taken. */
export async function OldPassword() {
  const { t } = await helpWords()
  return (
    <svg className="drawing" viewBox="0 0 440 260" role="img" aria-label={t('help.pictures.password')}>
      <g transform="translate(0 6)">
        <text x="84" y="62" className="q" style={{ fontSize: '13px' }}>
          {t('help.pictures.passwordField')}
        </text>
        <rect
          x="84"
          y="72"
          width="272"
          height="46"
          rx="13"
          className="paper"
          style={{ stroke: 'var(--accent)', strokeWidth: 2 }}
        />
        <text x="102" y="100" style={{ fontSize: '16px' }}>
          {typed}
        </text>
        <path className="acc" d="M246 86v19" />
        <g className="ln" transform="translate(322 85)" style={{ stroke: 'var(--text-2)', strokeWidth: 1.6 }}>
          <path d="M2 10s2.9-5.25 8-5.25S18 10 18 10s-2.9 5.25-8 5.25S2 10 2 10z" />
          <circle cx="10" cy="10" r="2.25" />
        </g>
        <g>
          <rect x="84" y="130" width="272" height="62" rx="13" className="paper" />
          <g className="ink" transform="translate(100 150)" style={{ stroke: 'var(--text-3)', strokeWidth: 1.6 }}>
            <circle cx="7" cy="13" r="3.75" />
            <path d="m9.7 10.3 6.8-6.8M13.25 6.75l2.5 2.5" />
          </g>
          <g className="dots" style={{ fill: 'var(--text-3)' }}>
            <circle cx="138" cy="153" r="3" />
            <circle cx="149" cy="153" r="3" />
            <circle cx="160" cy="153" r="3" />
            <circle cx="171" cy="153" r="3" />
            <circle cx="182" cy="153" r="3" />
            <circle cx="193" cy="153" r="3" />
            <circle cx="204" cy="153" r="3" />
            <circle cx="215" cy="153" r="3" />
          </g>
          <text x="134" y="177" className="q">
            {t('help.pictures.saved')}
          </text>
          <path className="bad" d="m318 152 18 18m0-18-18 18" />
        </g>
      </g>
    </svg>
  )
}
