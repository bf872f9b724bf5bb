import type { ReactNode } from 'react'

type TileSize = 16 | 20 | 28 | 36 | 44 | 56

const smallWords = /^(of|the|and|de|la|le|du|der|die)$/i

/** Up to two initials of a name, leaving out the small words that many banks have. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word) && !smallWords.test(word))
  const [first = '', second = ''] = words
  return ((first[0] ?? '') + (second[0] ?? '')).toUpperCase()
}

/** The rounded square that stands for a bank or a company; a name always stands beside it. */
export function Tile({ size = 36, children }: { size?: TileSize; children: ReactNode }) {
  return (
    <span className={size === 36 ? 'tile' : `tile s${size}`} aria-hidden="true">
      {children}
    </span>
  )
}

type InstitutionTileProps = {
  institution: { name: string; logoUrl: string | null; primaryColor: string | null }
  size?: TileSize
}

/** A bank's logo on its colour, or its initials where Plaid has no logo. */
export function InstitutionTile({ institution, size }: InstitutionTileProps) {
  const { name, logoUrl, primaryColor } = institution
  return <Tile size={size}>{logoUrl ? <Picture src={logoUrl} ground={primaryColor} /> : initials(name)}</Tile>
}

/** The deploying company's logo, or its initials. */
export function BrandTile({ brand, size }: { brand: { name: string; logoUrl: string | null }; size?: TileSize }) {
  return <Tile size={size}>{brand.logoUrl ? <Picture src={brand.logoUrl} ground={null} /> : initials(brand.name)}</Tile>
}

function Picture({ src, ground }: { src: string; ground: string | null }) {
  return (
    // biome-ignore lint/performance/noImgElement: served by ourselves in its final size; the optimiser refuses SVG
    <img src={src} alt="" style={ground ? { background: ground } : undefined} className="size-full object-contain" />
  )
}
