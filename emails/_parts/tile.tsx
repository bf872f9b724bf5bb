import { Img } from 'react-email'
import { face, light } from './palette.ts'

type Props = { name: string; logoUrl: string | null; size: number; alt?: string }

/** A logo on its tile, or two initials where there is no logo. */
export function Tile({ name, logoUrl, size, alt = name }: Props) {
  const borderRadius = Math.round(size / 4)
  if (logoUrl) {
    return (
      <Img src={logoUrl} width={size} height={size} alt={alt} style={{ width: size, height: size, borderRadius }} />
    )
  }
  return (
    <div
      className="tile"
      aria-hidden={alt === '' ? true : undefined}
      style={{
        width: size,
        height: size,
        borderRadius,
        backgroundColor: light.sunken,
        color: light.text2,
        font: face(600, Math.round(size * 0.36), size),
        textAlign: 'center',
      }}
    >
      {initials(name)}
    </div>
  )
}

function initials(name: string): string {
  const [first = '', second = ''] = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  return `${[...first][0] ?? ''}${[...second][0] ?? ''}`.toUpperCase()
}
