import { encode } from 'uqr'
import './handover.css'
import type { PageFacts } from './page-facts.ts'

const quietModules = 1

/** Hands the journey to the phone that has the bank's app: this page's own address as a QR code. For wide screens. */
export function Handover({ facts: { pageUrl, t } }: { facts: PageFacts }) {
  const { size, data } = encode(pageUrl, { ecc: 'L', border: quietModules })
  const path = data.map(rowPath).join('')
  return (
    <div className="handover">
      <svg
        className="qr"
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={t('reconnect.handover.picture')}
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#101a1e" />
      </svg>
      <p>
        <strong>{t('reconnect.handover.title')}</strong> {t('reconnect.handover.text')}
      </p>
    </div>
  )
}

/** The dark stretches of one row, each as one rectangle. */
function rowPath(row: boolean[], y: number): string {
  const modules = row.map((isDark) => (isDark ? '#' : ' ')).join('')
  return [...modules.matchAll(/#+/g)]
    .map(({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`)
    .join('')
}
