/** A placeholder in the shape of what comes; the widths of a page's bones are written by hand. */
export function Bone({ width, height = 10, round = 5 }: { width: number | string; height?: number; round?: number }) {
  return <span className="bone" aria-hidden="true" style={{ width, height, borderRadius: round, maxWidth: '100%' }} />
}
