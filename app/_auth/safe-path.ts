/** A path of ours, or the dashboard: an address given from outside must not lead a person to another site. */
export function safePath(path: string | null | undefined): string {
  const isOurs = path?.startsWith('/') && !/^\/[/\\]/.test(path) && !path.includes('\\')
  return isOurs && path ? path : '/dashboard'
}
