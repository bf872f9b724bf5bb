import { dark } from './palette.ts'

const darkRules: Record<string, string> = {
  '.bg': `background-color: ${dark.canvas} !important;`,
  '.card': `background-color: ${dark.surface} !important; border-color: ${dark.line} !important;`,
  '.box': `background-color: ${dark.well} !important; border-color: ${dark.line} !important;`,
  '.tile': `background-color: ${dark.sunken} !important; color: ${dark.text2} !important;`,
  '.t1': `color: ${dark.text} !important;`,
  '.t2': `color: ${dark.text2} !important;`,
  '.t3': `color: ${dark.text3} !important;`,
  '.a': `color: ${dark.accentText} !important;`,
  '.hr': `border-color: ${dark.line} !important;`,
  '.btn-td': `background-color: ${dark.accent} !important;`,
  '.btn-a': `color: ${dark.onAccent} !important; border-color: ${dark.accent} !important;`,
  '.ink': `background-color: ${dark.text} !important;`,
  '.dots': `border-color: ${dark.dots} !important;`,
}

const narrowRules: Record<string, string> = {
  '.pad': 'padding-left: 24px !important; padding-right: 24px !important;',
  '.outer': 'padding: 0 !important;',
  '.card': 'border-radius: 0 !important; border-left: 0 !important; border-right: 0 !important;',
  '.h1': 'font-size: 24px !important; line-height: 30px !important;',
  '.btn-tb': 'width: 100% !important;',
}

function rules(table: Record<string, string>, before = ''): string {
  return Object.entries(table)
    .map(([selector, body]) => `${before}${selector} { ${body} }`)
    .join('\n')
}

/**
 * What inline styles cannot say: narrow screens and the dark scheme. The dark rules stand twice, once for programs that
 * know the media query and once for Outlook's apps, which mark the document with data-ogsc instead.
 */
export const styleSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; }
table { border-collapse: separate; border-spacing: 0; }
img { border: 0; display: block; }
@media (max-width: 620px) {
${rules(narrowRules)}
}
@media (prefers-color-scheme: dark) {
${rules(darkRules)}
}
${rules(darkRules, '[data-ogsc] ')}
`
