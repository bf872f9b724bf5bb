// A name from outside may run from right to left, or carry invisible characters that turn the rest of a sentence
// around. So each name is cleaned and stands between Unicode's isolates (UAX 9); in html a <bdi> takes their place.
const open = '\u2068'
const close = '\u2069'
const turners = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const controls = /[\p{Cc}\s]+/gu
const runsFromRight = /[\u0590-\u08ff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\ufb1d-\ufdff\ufe70-\ufeff]/u

/** A name as it goes into a sentence: on one line, without characters that turn text around, isolated. */
export function isolated(name: string): string {
  return `${open}${onOneLine(name)}${close}`
}

/** A name without line breaks, runs of space or invisible controls: a subject is one line. */
export function onOneLine(name: string): string {
  return name.replace(turners, '').replace(controls, ' ').trim()
}

/** A sentence for subjects and text parts: the isolates stay only around names that run from right to left. */
export function plain(sentence: string): string {
  return namesOf(sentence)
    .map(({ text, isName }) => (isName && runsFromRight.test(text) ? `${open}${text}${close}` : text))
    .join('')
}

/** A sentence in pieces, for html. */
export function namesOf(sentence: string): { text: string; isName: boolean }[] {
  return sentence
    .split(/(\u2068[^\u2069]*\u2069)/u)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith(open) ? { text: piece.slice(1, -1), isName: true } : { text: piece, isName: false },
    )
}
