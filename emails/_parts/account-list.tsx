import type { Language } from '#lib/domain/language.ts'
import { wordsIn } from '#messages/words.ts'
import { isolated } from './names.ts'
import { face, light } from './palette.ts'
import { Said } from './said.tsx'

export type MailAccount = { name: string; mask: string | null }

/** The accounts that the mail is about. */
export function AccountList({ accounts, isLast }: { accounts: MailAccount[]; isLast: boolean }) {
  return (
    <table role="presentation" className="box" width="100%" style={{ ...boxStyle, marginBottom: isLast ? 0 : 26 }}>
      <tbody>
        {accounts.map((account, index) => {
          const borderTop = index === 0 ? undefined : `1px solid ${light.line}`
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a mail is rendered once, and two accounts may look alike
            <tr key={index}>
              <td
                className="t1 hr"
                style={{
                  padding: '13px 16px',
                  borderTop,
                  font: face(500, 15, 20),
                  overflowWrap: 'anywhere',
                  color: light.text,
                }}
              >
                <Said>{isolated(account.name)}</Said>
              </td>
              <td
                className="t3 hr"
                style={{
                  textAlign: 'end',
                  padding: '13px 16px',
                  borderTop,
                  font: face(400, 14, 20),
                  color: light.text3,
                  whiteSpace: 'nowrap',
                }}
              >
                {account.mask && <bdi>{`•• ${account.mask}`}</bdi>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The same for the text part, a line each. */
export function accountLines(language: Language, accounts: MailAccount[]): string[] {
  const t = wordsIn(language)
  return accounts.map(({ name, mask }) => {
    const account = isolated(name)
    return `- ${mask ? t('mail.accountEnding', { account, mask: isolated(mask) }) : account}`
  })
}

const boxStyle = {
  marginTop: 8,
  backgroundColor: light.canvas,
  border: `1px solid ${light.line}`,
  borderRadius: 12,
}
