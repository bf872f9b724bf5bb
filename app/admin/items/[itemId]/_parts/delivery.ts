import type { AttemptView } from '#lib/features/admin/read-messages.ts'

/** How far messages that went out came, in the words of a sentence; null where the provider has not said. */
export function deliveryWords(messages: { attempts: Pick<AttemptView, 'state'>[] }[]): string | null {
  const results = messages.map(({ attempts }) => furthest(attempts)).filter((state) => state !== null)
  const [last] = results
  if (last === undefined) return null
  if (last === 'bounced') return results.length > 1 ? 'the last one came back' : 'but it came back'
  if (last === 'complained') return results.length > 1 ? 'the last one marked as spam' : 'but it was marked as spam'
  const arrived = results.filter((state) => state === 'delivered').length
  if (arrived === 0) return null
  if (arrived < results.length) return `${arrived} delivered`
  return ['delivered', 'both delivered'][arrived - 1] ?? 'all delivered'
}

const ranks = ['delivered', 'sent', 'complained', 'bounced'] as const

/** The best end of a message's attempts: what reached a person over one channel has reached them. */
function furthest(attempts: Pick<AttemptView, 'state'>[]): (typeof ranks)[number] | null {
  return ranks.find((rank) => attempts.some(({ state }) => state === rank)) ?? null
}
