/** Colours as hex, because mail programs know no variables; the same values as the light and dark tokens of the pages. */
export const light = {
  canvas: '#faf9f6',
  surface: '#ffffff',
  sunken: '#f1f0ec',
  line: '#e4e3df',
  dots: '#cccac5',
  text: '#141d21',
  text2: '#475256',
  text3: '#5f696e',
  accent: '#006575',
  accentText: '#045e6e',
  onAccent: '#ffffff',
  gap: '#dd4d34',
} as const

export const dark = {
  canvas: '#0a0e0f',
  surface: '#111517',
  well: '#0c1112',
  sunken: '#1a2022',
  line: '#22282a',
  dots: '#363d40',
  text: '#f1f0ed',
  text2: '#b6bcbc',
  text3: '#949b9d',
  accent: '#6acad7',
  accentText: '#78d5e1',
  onAccent: '#051a21',
} as const

const faces = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Helvetica, Arial, sans-serif"

/** A font shorthand in the reader's system face: mail programs load no fonts of ours. */
export function face(weight: number, size: number, lineHeight: number): string {
  return `${weight} ${size}px/${lineHeight}px ${faces}`
}
