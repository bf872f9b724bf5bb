import type { Holding } from '#lib/domain/holding.ts'

type StoredIncident = {
  heldAt: Date | null
  quietUntil: Date | null
  item: { institution: { downSince: Date | null } | null }
}

/** What holds the notices of an incident. */
export function holdingOf({ heldAt, quietUntil, item }: StoredIncident): Holding {
  if (heldAt) return { heldBy: 'admin', quietUntil }
  return { heldBy: item.institution?.downSince ? 'outage' : null, quietUntil }
}
