import { isolated } from './names.ts'
import { face, light } from './palette.ts'
import { Said } from './said.tsx'
import { TextLink } from './text-blocks.tsx'
import { Tile } from './tile.tsx'

type Props = {
  institution: { name: string; logoUrl: string | null }
  sentence: string
  link: { words: string; href: string } | null
  isLast: boolean
}

/** One bank in a mail about several: what is with it, and its own way on. */
export function BankRow({ institution, sentence, link, isLast }: Props) {
  const borderBottom = isLast ? undefined : `1px solid ${light.line}`
  return (
    <tr>
      <td className="hr" width={44} style={{ padding: '18px 0', borderBottom, verticalAlign: 'top' }}>
        <Tile {...institution} size={44} alt="" />
      </td>
      {/* A cell of its own, since a padding would have to know the side. */}
      <td className="hr" width={14} style={{ borderBottom, fontSize: 0 }}>
        &nbsp;
      </td>
      <td className="hr" style={{ padding: '18px 0', borderBottom, verticalAlign: 'top' }}>
        <p className="t1" style={{ margin: '0 0 2px', font: face(600, 16, 22), ...breaking, color: light.text }}>
          <Said>{isolated(institution.name)}</Said>
        </p>
        <p className="t2" style={{ margin: 0, font: face(400, 15, 22), ...breaking, color: light.text2 }}>
          <Said>{sentence}</Said>
        </p>
        {link && (
          <p style={{ margin: '6px 0 0', font: face(500, 15, 22) }}>
            <TextLink href={link.href}>{link.words}</TextLink>
          </p>
        )}
      </td>
    </tr>
  )
}

const breaking = { overflowWrap: 'anywhere' } as const
