/** Names that lead into a network of one's own: of one label, or under endings that are never public (RFC 6761, 6762). */
const innerName = /^[^.]+$|\.(?:localhost|local|internal|intranet|lan|home|corp|private|test|invalid|arpa)$/
const ipAddress = /^\[.*\]$|^[\d.]+$/
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

const longest = 2_000

/**
 * Whether a browser's push endpoint is one that our server may post to. A signed-in person can send us any address,
 * and must not make us knock on doors of our own network (SSRF).
 * @param allowsLoopback for a trial on one machine, where the push service is a stand-in
 */
export function isPushEndpoint(endpoint: string, { allowsLoopback }: { allowsLoopback: boolean }): boolean {
  const url = URL.parse(endpoint)
  if (!url || endpoint.length > longest || url.username !== '' || url.password !== '') return false
  if (isLoopback(url)) return allowsLoopback && /^https?:$/.test(url.protocol)
  // A full stop at the end means the same name.
  const name = url.hostname.replace(/\.$/, '')
  return url.protocol === 'https:' && url.port === '' && !ipAddress.test(name) && !innerName.test(name)
}

/** Whether an address is this machine's own. */
export function isLoopback({ hostname }: { hostname: string }): boolean {
  return loopback.test(hostname)
}
