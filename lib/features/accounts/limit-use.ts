import { type LimitName, take } from '#lib/adapters/limits/take.ts'

/**
 * Counts one use of something that strangers could overdo.
 * @returns false when it is too many
 */
export function limitUse(name: LimitName, who: string): Promise<boolean> {
  return take(name, who)
}
