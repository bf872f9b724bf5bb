import type { ReactNode } from 'react'
import { Head, Html, Preview } from 'react-email'
import type { Language } from '#lib/domain/language.ts'
import { wordsIn } from '#messages/words.ts'
import { isolated } from './names.ts'
import { face, light } from './palette.ts'
import { Said } from './said.tsx'
import { styleSheet } from './style-sheet.ts'
import { Tile } from './tile.tsx'

type Props = {
  language: Language
  subject: string
  preview: string
  brand: { name: string; logoUrl: string | null }
  children: ReactNode
  footer: ReactNode
}

/** The outside of every mail: 600 px, the sender's mark on top, one card, why the reader gets it below. */
export function MailFrame({ language, subject, preview, brand, children, footer }: Props) {
  return (
    <Html lang={language} dir="ltr">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style>{styleSheet}</style>
      </Head>
      <body className="bg" style={{ margin: 0, padding: 0, backgroundColor: light.canvas }}>
        <Preview useTitleTag={false}>{preview}</Preview>
        {/* Mail programs throw the html element away; its language and direction stand here once more. */}
        {/* biome-ignore lint/a11y/useSemanticElements: mail programs strip the article element, the role stays */}
        <div
          role="article"
          aria-roledescription={wordsIn(language)('mail.kindOfDocument')}
          aria-label={subject}
          lang={language}
          dir="ltr"
        >
          <table role="presentation" className="bg" width="100%" style={{ backgroundColor: light.canvas }}>
            <tbody>
              <tr>
                <td className="outer" align="center" style={{ padding: '32px 16px' }}>
                  <table role="presentation" width={600} style={{ width: '100%', maxWidth: 600, textAlign: 'start' }}>
                    <tbody>
                      <BrandRow brand={brand} />
                      <tr>
                        <td className="card pad" style={cardStyle}>
                          {children}
                        </td>
                      </tr>
                      <tr>
                        <td className="pad t3" style={footerStyle}>
                          {footer}
                        </td>
                      </tr>
                    </tbody>
                  </table>
                </td>
              </tr>
            </tbody>
          </table>
        </div>
      </body>
    </Html>
  )
}

const cardStyle = {
  backgroundColor: light.surface,
  border: `1px solid ${light.line}`,
  borderRadius: 16,
  padding: 40,
}
const footerStyle = { padding: '24px 40px 40px', font: face(400, 13, 20), color: light.text3 }

function BrandRow({ brand }: Pick<Props, 'brand'>) {
  return (
    <tr>
      <td className="pad" style={{ padding: '0 40px 20px' }}>
        <table role="presentation">
          <tbody>
            <tr>
              <td style={{ padding: '20px 10px 0 0' }}>
                <Tile name={brand.name} logoUrl={brand.logoUrl} size={28} alt="" />
              </td>
              <td
                className="t1"
                style={{ padding: '20px 0 0', font: face(600, 17, 28), letterSpacing: '-0.2px', color: light.text }}
              >
                <Said>{isolated(brand.name)}</Said>
              </td>
            </tr>
          </tbody>
        </table>
      </td>
    </tr>
  )
}
