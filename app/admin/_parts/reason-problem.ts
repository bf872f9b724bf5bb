/** How long the reason of an admin may be, in characters. */
export const reasonLength = { fewest: 3, most: 300 } as const

/** Nothing was done, because the reason is too short or too long; `problem` says what to do. */
export type BadReason = { outcome: 'bad_reason'; problem: string }

/** What is wrong with a reason as it was typed, as a sentence that says what to do; null when nothing is. */
export function reasonProblem(reason: string): string | null {
  const { fewest, most } = reasonLength
  const { length } = reason.trim()
  if (length < fewest) return `Say why in at least ${fewest} characters.`
  if (length <= most) return null
  const over = length - most
  return over === 1 ? 'Shorten it by 1 character.' : `Shorten it by ${over} characters.`
}
