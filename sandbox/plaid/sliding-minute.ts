const minuteMs = 60_000
const forgottenAtOnce = 1_000

type Window = { times: number[]; from: number }

/** How often each name came in the sixty seconds before an instant. Instants must not go back. */
export function slidingMinute() {
  const windows = new Map<string, Window>()

  function windowAt(name: string, at: Date): Window {
    const window = windows.get(name) ?? { times: [], from: 0 }
    windows.set(name, window)
    while ((window.times[window.from] ?? Number.POSITIVE_INFINITY) <= at.getTime() - minuteMs) window.from += 1
    // Many in one go: to shift them out one by one costs the length of the list each time.
    if (window.from >= forgottenAtOnce) {
      window.times.splice(0, window.from)
      window.from = 0
    }
    return window
  }

  return {
    /** Counts one more; answers how many that makes in the last minute. */
    add(name: string, at: Date): number {
      const window = windowAt(name, at)
      window.times.push(at.getTime())
      return window.times.length - window.from
    },
    count(name: string, at: Date): number {
      const window = windowAt(name, at)
      return window.times.length - window.from
    },
  }
}
