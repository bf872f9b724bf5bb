/** Chance that comes out the same for the same seed. */
export type Chance = {
  /** From 0 to 1, without 1. */
  part: () => number
  between: (least: number, most: number) => number
  happens: (share: number) => boolean
  pick: <Value>(values: readonly Value[]) => Value
  /** One of several, by their shares. */
  deal: <Value extends { share: number }>(values: readonly Value[]) => Value
}

/** mulberry32: small, even enough for a simulation. */
export function makeChance(seed: number): Chance {
  let state = seed >>> 0
  const part = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    part,
    between: (least, most) => least + part() * (most - least),
    happens: (share) => part() < share,
    pick: (values) => known(values[Math.floor(part() * values.length)]),
    deal(values) {
      const place = part() * values.reduce((sum, { share }) => sum + share, 0)
      let end = 0
      return known(
        values.find(({ share }) => {
          end += share
          return place < end
        }),
      )
    },
  }
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new RangeError('there is nothing to choose from')
  return value
}
