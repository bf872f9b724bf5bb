import { face, light } from './palette.ts'

export type MailAccount = { name: string; mask: string | null }

/** The accounts that the mail is about. */
export function AccountList({ accounts }: { accounts: MailAccount[] }) {
  return (
    <table role="presentation" className="box" width="100%" style={boxStyle}>
      <tbody>
        {accounts.map((account, index) => {
          const borderTop = index === 0 ? undefined : `1px solid ${light.line}`
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a mail is rendered once, and two accounts may look alike
            <tr key={index}>
              <td
                className="t1 hr"
                style={{ padding: '13px 16px', borderTop, font: face(500, 15, 20), color: light.text }}
              >
                {account.name}
              </td>
              <td
                className="t3 hr"
                align="right"
                style={{
                  padding: '13px 16px',
                  borderTop,
                  font: face(400, 14, 20),
                  color: light.text3,
                  whiteSpace: 'nowrap',
                }}
              >
                {account.mask ? `•• ${account.mask}` : ''}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const boxStyle = {
  margin: '8px 0 26px',
  backgroundColor: light.canvas,
  border: `1px solid ${light.line}`,
  borderRadius: 12,
}
