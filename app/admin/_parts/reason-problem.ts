const fewest = 3
const most = 300

/** What is wrong with a reason as it was typed, as a sentence that says what to do; null when nothing is. */
export function reasonProblem(reason: string): string | null {
  const { length } = reason.trim()
  if (length < fewest) return 'Say why in at least 3 characters.'
  if (length <= most) return null
  const over = length - most
  return over === 1 ? 'Shorten it by 1 character.' : `Shorten it by ${over} characters.`
}
