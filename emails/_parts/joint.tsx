import { light } from './palette.ts'
import { Tile } from './tile.tsx'

type Side = { name: string; logoUrl: string | null }
type Props = { bank: Side; company: Side; isOpen: boolean }

/** The picture of the product: bank and company, and the line between them, with air in it while it is broken. */
export function Joint({ bank, company, isOpen }: Props) {
  return (
    <table role="presentation" style={{ margin: '0 0 24px' }}>
      <tbody>
        <tr>
          <td>
            <Tile {...bank} size={48} />
          </td>
          {isOpen ? <Gap /> : <Line />}
          <td>
            <Tile {...company} size={48} />
          </td>
        </tr>
      </tbody>
    </table>
  )
}

const bar = { height: 3, lineHeight: '3px', fontSize: 0 }

function Gap() {
  return (
    <>
      <td>
        <div style={{ ...bar, width: 16, backgroundColor: light.gap, borderRadius: '0 2px 2px 0' }}>&nbsp;</div>
      </td>
      <td style={{ padding: '0 5px' }}>
        <div
          className="dots"
          style={{ width: 26, height: 0, lineHeight: 0, fontSize: 0, borderTop: `3px dotted ${light.dots}` }}
        >
          &nbsp;
        </div>
      </td>
      <td>
        <div className="ink" style={{ ...bar, width: 16, backgroundColor: light.text, borderRadius: '2px 0 0 2px' }}>
          &nbsp;
        </div>
      </td>
    </>
  )
}

function Line() {
  return (
    <td>
      <div className="ink" style={{ ...bar, width: 68, backgroundColor: light.text }}>
        &nbsp;
      </div>
    </td>
  )
}
