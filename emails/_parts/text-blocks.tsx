import type { ReactNode } from 'react'
import { face, light } from './palette.ts'

/** The mail's heading: the same words as its subject. */
export function Title({ children }: { children: ReactNode }) {
  return (
    <h1
      className="t1 h1"
      style={{
        margin: '0 0 14px',
        font: face(600, 27, 33),
        letterSpacing: '-0.5px',
        textWrap: 'balance',
        overflowWrap: 'anywhere',
        color: light.text,
      }}
    >
      {children}
    </h1>
  )
}

/** A paragraph of what is read first. */
export function Paragraph({ children, after = 16 }: { children: ReactNode; after?: number }) {
  return (
    <p
      className="t2"
      style={{ margin: `0 0 ${after}px`, font: face(400, 16, 25), overflowWrap: 'anywhere', color: light.text2 }}
    >
      {children}
    </p>
  )
}

/** A paragraph of what explains. */
export function SmallPrint({ children, before = 0 }: { children: ReactNode; before?: number }) {
  return (
    <p
      className="t3"
      style={{ margin: `${before}px 0 0`, font: face(400, 14, 22), overflowWrap: 'anywhere', color: light.text3 }}
    >
      {children}
    </p>
  )
}

/** Words that carry the sentence. */
export function Strong({ children }: { children: ReactNode }) {
  return (
    <strong className="t1" style={{ fontWeight: 600, color: light.text }}>
      {children}
    </strong>
  )
}

/** A link within a sentence. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="a" href={href} style={{ color: light.accentText, textDecoration: 'underline' }}>
      {children}
    </a>
  )
}

/** The hairline before the small print. */
export function Rule() {
  return (
    <div
      className="hr"
      style={{ margin: '28px 0 22px', borderTop: `1px solid ${light.line}`, fontSize: 0, lineHeight: 0 }}
    >
      &nbsp;
    </div>
  )
}
