/** An address as a person types it: without the scheme and the closing slash. */
export function typedAddress(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname.replace(/\/$/, '')}`
}
