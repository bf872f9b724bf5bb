/** The bank's own address as people know it, or null where Plaid knows none that may be opened. */
export function hostOf(url: string | null): string | null {
  const parsed = url ? URL.parse(url) : null
  return parsed?.protocol === 'https:' ? parsed.hostname.replace(/^www\./, '') : null
}
