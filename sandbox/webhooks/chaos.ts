import { z } from 'zod'

const share = z.number().min(0).max(1).default(0)

/** How webhooks suffer on their way. */
export const chaosSchema = z.strictObject({
  dropShare: share,
  /** Of those that are not dropped, how many come twice or three times. */
  repeatShare: share,
  /** Every copy waits a time of its own up to `maxDelayMs`, so that they overtake each other; else all wait the same. */
  shuffle: z.boolean().default(false),
  maxDelayMs: z.number().int().min(0).default(0),
  seed: z.number().int().default(1),
})

export type ChaosSettings = z.infer<typeof chaosSchema>

export type Chaos = {
  settings: ChaosSettings
  counts: { sent: number; dropped: number; repeated: number }
  /** How long each copy of the next webhook waits; none when it is dropped. */
  nextDelaysMs: () => number[]
}

/** Chaos that comes out the same for the same seed and the same number of webhooks. */
export function openChaos(settings: ChaosSettings): Chaos {
  const random = randomFrom(settings.seed)
  const counts = { sent: 0, dropped: 0, repeated: 0 }
  return {
    settings,
    counts,
    nextDelaysMs() {
      counts.sent += 1
      // Always as many throws, so that one share does not change what the others do.
      const [drop, repeat, twice, ...waits] = Array.from({ length: 6 }, random)
      if ((drop ?? 0) < settings.dropShare) {
        counts.dropped += 1
        return []
      }
      const isRepeated = (repeat ?? 0) < settings.repeatShare
      if (isRepeated) counts.repeated += 1
      const copies = isRepeated ? ((twice ?? 0) < 0.5 ? 2 : 3) : 1
      return waits.slice(0, copies).map((wait) => Math.round((settings.shuffle ? wait : 1) * settings.maxDelayMs))
    },
  }
}

/** Mulberry32: numbers from 0 to 1 that follow from the seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
