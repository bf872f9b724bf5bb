import type { MessageMailProps, Topic } from '#emails/render-mail.tsx'
import type { UserModel } from '#lib/adapters/db/rows.ts'
import { accountView, institutionView, itemHealth } from '#lib/adapters/db/views.ts'
import { preferencesToken } from '#lib/adapters/vault/preferences-token.ts'
import { dayMs } from '#lib/domain/durations.ts'
import { classifyError } from '#lib/domain/error-class.ts'
import { languageOf } from '#lib/domain/language.ts'
import { type NoticeKind, noticeKinds } from '#lib/domain/notice.ts'
import { timeZoneOf } from '#lib/domain/time-zone.ts'
import { env } from '#lib/env.ts'
import type { StoredNotice } from './read-attempt.ts'

export type NoticeLink = { url: string; expiresAt: Date }

/** Where the button of each notice leads, by the notice's id; to the dashboard where it has no link. */
export type NoticeLinks = ReadonlyMap<string, NoticeLink | null>

/** All that a message to one person says, from what is stored now. */
export function composeMessage(
  user: UserModel,
  [first, ...others]: [StoredNotice, ...StoredNotice[]],
  links: NoticeLinks,
  now: Date,
): MessageMailProps {
  const { APP_URL, BRAND_LOGO_URL, NOTICE_TIME_ZONE, PLAID_CLIENT_NAME, PLAID_LANGUAGE, RECONNECT_LINK_DAYS } = env()
  return {
    language: languageOf(user, PLAID_LANGUAGE),
    timeZone: timeZoneOf(user, NOTICE_TIME_ZONE),
    brand: { name: PLAID_CLIENT_NAME, logoUrl: BRAND_LOGO_URL ?? null, url: APP_URL },
    personName: user.name,
    topics: [topicOf(first, links, now), ...others.map((notice) => topicOf(notice, links, now))],
    linkExpiresAt: earliestEnd(links) ?? new Date(first.dueAt.getTime() + RECONNECT_LINK_DAYS * dayMs),
    preferencesUrl: `${APP_URL}/preferences/${preferencesToken(user.id)}`,
    appUrl: APP_URL,
    helpUrl: `${APP_URL}/help`,
  }
}

function topicOf(notice: StoredNotice, links: NoticeLinks, now: Date): Topic {
  const { APP_URL } = env()
  const { incident } = notice
  const { item } = incident
  const { error } = itemHealth(item)
  const { name, logoUrl } = institutionView(item)
  return {
    kind: kindOf(notice),
    number: notice.number,
    errorClass: error ? classifyError(error) : null,
    errorCode: error?.errorCode ?? null,
    errorCodeReason: error?.errorCodeReason ?? null,
    institution: { name, logoUrl: logoUrl ? `${APP_URL}${logoUrl}` : null },
    since: incident.openedAt,
    // An end that has passed although the Item still works is no date to name.
    endsAt: item.expiresAt && item.expiresAt > now ? item.expiresAt : null,
    accounts: item.accounts.map(accountView),
    reconnectUrl: links.get(notice.id)?.url ?? `${APP_URL}/dashboard`,
  }
}

/** Sorting has left known kinds only. */
function kindOf({ kind }: StoredNotice): NoticeKind {
  const known = noticeKinds.find((one) => one === kind)
  if (!known) throw new Error(`unknown kind of notice: ${kind}`)
  return known
}

function earliestEnd(links: NoticeLinks): Date | null {
  const ends = [...links.values()].flatMap((link) => (link ? [link.expiresAt.getTime()] : []))
  return ends.length > 0 ? new Date(Math.min(...ends)) : null
}
