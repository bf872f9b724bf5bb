/** What the bytes of a body say as JSON; null for what is none, which then has no form that is expected anywhere. */
export function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
}
