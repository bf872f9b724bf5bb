const loads = new Map<string, Promise<void>>()

/** Appends Link's script once and waits for it; a failed load may be tried again. */
export function loadLinkScript(url: string, nonce: string | undefined): Promise<void> {
  const running = loads.get(url)
  if (running !== undefined) return running
  const load = new Promise<void>((resolve, reject) => {
    const script = document.createElement('script')
    script.src = url
    script.async = true
    if (nonce) script.nonce = nonce
    script.onload = () => resolve()
    script.onerror = () => {
      loads.delete(url)
      script.remove()
      reject(new Error(`Link's script did not load from ${url}`))
    }
    document.head.append(script)
  })
  loads.set(url, load)
  return load
}
