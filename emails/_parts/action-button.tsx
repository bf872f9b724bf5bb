import { Button } from 'react-email'
import { face, light } from './palette.ts'
import { Said } from './said.tsx'

/** The one button of a mail; as wide as the mail on a phone. */
export function ActionButton({ href, children }: { href: string; children: string }) {
  return (
    <table role="presentation" className="btn-tb">
      <tbody>
        <tr>
          <td className="btn-td" align="center" style={{ backgroundColor: light.accent, borderRadius: 12 }}>
            <Button
              className="btn-a"
              href={href}
              style={{
                display: 'block',
                padding: '15px 28px',
                border: `1px solid ${light.accent}`,
                borderRadius: 12,
                font: face(600, 17, 20),
                color: light.onAccent,
              }}
            >
              <Said>{children}</Said>
            </Button>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
