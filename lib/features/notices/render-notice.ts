import { type RenderedMail, renderMessageMail } from '#emails/render-mail.tsx'
import type { BankAccountModel, IncidentModel, ItemModel, UserModel } from '#lib/adapters/db/rows.ts'
import { accountView, type InstitutionView, itemHealth } from '#lib/adapters/db/views.ts'
import { classifyError } from '#lib/domain/error-class.ts'
import type { NoticeKind } from '#lib/domain/notice.ts'
import { env } from '#lib/env.ts'

type About = {
  kind: NoticeKind
  item: ItemModel & { user: UserModel; accounts: BankAccountModel[] }
  institution: InstitutionView
  incident: IncidentModel
  link: { url: string; expiresAt: Date }
}

/** The mail of one notice. */
export function renderNotice({ kind, item, institution, incident, link }: About): Promise<RenderedMail> {
  const { APP_URL, BRAND_LOGO_URL, PLAID_CLIENT_NAME } = env()
  const { error } = itemHealth(item)
  return renderMessageMail({
    language: 'en',
    timeZone: 'UTC',
    brand: { name: PLAID_CLIENT_NAME, logoUrl: BRAND_LOGO_URL ?? null, url: APP_URL },
    personName: item.user.name,
    topics: [
      {
        kind,
        number: 1,
        errorClass: error ? classifyError(error) : null,
        errorCode: error?.errorCode ?? null,
        errorCodeReason: error?.errorCodeReason ?? null,
        institution: {
          name: institution.name,
          logoUrl: institution.logoUrl ? `${APP_URL}${institution.logoUrl}` : null,
        },
        since: incident.openedAt,
        endsAt: item.expiresAt,
        accounts: item.accounts.map(accountView),
        reconnectUrl: link.url,
      },
    ],
    linkExpiresAt: link.expiresAt,
    preferencesUrl: `${APP_URL}/dashboard`,
    appUrl: APP_URL,
    helpUrl: `${APP_URL}/help/invalid-credentials`,
  })
}
