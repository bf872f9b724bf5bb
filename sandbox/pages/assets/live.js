import { attempt } from './control.js'

const everyMs = 1000

/** Runs `refresh` every second while the page is looked at, and at once when it is looked at again. */
export const keepLive = (refresh) => {
  let failing = false
  const round = async () => {
    if (document.hidden) return
    try {
      await refresh()
      failing = false
    } catch (error) {
      // Said once, not every second.
      if (!failing) await attempt(() => Promise.reject(new Error(`The sandbox does not answer. ${error.message}`)))
      failing = true
    }
  }
  const rounds = async () => {
    await round()
    setTimeout(rounds, everyMs)
  }
  document.addEventListener('visibilitychange', round)
  void rounds()
}
