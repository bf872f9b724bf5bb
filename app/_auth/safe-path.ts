// Any origin will do: what stays on it when a browser's rules are applied is a path, whatever tricks are in it.
const anyOrigin = 'http://relink.invalid'

/** A path of ours, or the dashboard: an address given from outside must not lead a person to another site. */
export function safePath(path: string | null | undefined): string {
  const url = path?.startsWith('/') ? URL.parse(path, anyOrigin) : null
  // `/.//evil.example` is a path at first, and the name of another host once its dots are gone.
  if (!url || url.origin !== anyOrigin || url.pathname.startsWith('//')) return '/dashboard'
  return `${url.pathname}${url.search}${url.hash}`
}
