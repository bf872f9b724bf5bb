/*
 * Stand-in for Plaid's link-initialize.js. A classic script, because the page loads it as it would load Plaid's.
 * `create` is called unbound by react-plaid-link, so nothing here uses `this`.
 */
;(() => {
  const CDN_SCRIPT = 'https://cdn.plaid.com/link/v2/stable/link-initialize.js'
  const home = new URL(document.currentScript.src).origin

  const looks = new CSSStyleSheet()
  looks.replaceSync(`
    dialog[data-sandbox-link] { position: fixed; inset: 0; width: 100%; height: 100%; max-width: none; max-height: none;
      margin: 0; padding: 0; border: 0; background: transparent; overflow: hidden }
    dialog[data-sandbox-link]::backdrop { background: transparent }
    dialog[data-sandbox-link] > iframe { display: block; width: 100%; height: 100%; border: 0; background: transparent }
  `)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, looks]

  /** The page's own choice of light or dark; Link follows it. A frame of another scheme would be painted opaque. */
  const themeOfPage = () => {
    const scheme = getComputedStyle(document.documentElement).colorScheme
    if (scheme === 'dark' || scheme === 'light') return scheme
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  }

  /** A modal dialog over the whole page with Link's frame in it: the browser makes the rest inert and gives focus back. */
  const showFrame = () => {
    const theme = themeOfPage()
    const dialog = document.createElement('dialog')
    dialog.dataset.sandboxLink = ''
    const frame = document.createElement('iframe')
    frame.title = 'Sandbox Link'
    frame.src = `${home}/link/dialog?theme=${theme}`
    frame.style.colorScheme = theme
    dialog.append(frame)
    document.body.append(dialog)
    const scrolling = document.documentElement.style.overflow
    document.documentElement.style.overflow = 'hidden'
    dialog.showModal()
    frame.focus()
    const remove = () => {
      if (dialog.open) dialog.close()
      dialog.remove()
      document.documentElement.style.overflow = scrolling
    }
    return { dialog, frame, remove }
  }

  const takeDown = (link) => {
    window.removeEventListener('message', link.hear)
    link.shown?.remove()
    link.shown = null
    link.started = false
  }

  /** The callbacks come last, when the dialog is gone: the page may open another one from inside them. */
  const finish = (link, { succeeded, publicToken, error, metadata, events }) => {
    const { onEvent, onSuccess, onExit } = link.config
    takeDown(link)
    for (const event of events) onEvent?.(event.name, event.metadata)
    if (succeeded) onSuccess(publicToken, metadata)
    else onExit?.(error, metadata)
  }

  const tell = (link, type, more) => link.shown.frame.contentWindow?.postMessage({ sandboxLink: type, ...more }, home)

  /** What the server is told. `key` is the public key of the time before link tokens: the token is a public one then. */
  const startOf = ({
    token,
    receivedRedirectUri = null,
    key = null,
    clientName,
    language,
    oauthRedirectUri = null,
  }) => ({
    token,
    receivedRedirectUri,
    publicKey: key,
    clientName,
    language,
    oauthRedirectUri,
  })

  const follow = (link, message) => {
    const { onEvent } = link.config
    if (message.sandboxLink === 'ready') {
      link.started = true
      tell(link, 'start', startOf(link.config))
      link.shown.frame.focus()
    }
    if (message.sandboxLink === 'opened') onEvent?.(message.event.name, message.event.metadata)
    if (message.sandboxLink === 'leave') window.location.assign(message.url)
    if (message.sandboxLink === 'end') finish(link, message.outcome)
  }

  const exit = (link, options) => {
    if (!link.shown) return
    if (link.started) {
      tell(link, 'exit')
      if (options?.force) link.shown.dialog.close()
      return
    }
    // Before the frame has answered there is no session to end, so Link ends without one.
    const metadata = { institution: null, status: null, link_session_id: '', request_id: '' }
    finish(link, { succeeded: false, error: null, metadata, events: [] })
  }

  const open = (link) => {
    if (link.shown || link.destroyed) return
    window.addEventListener('message', link.hear)
    link.shown = showFrame()
    link.shown.dialog.addEventListener('cancel', (event) => {
      event.preventDefault()
      exit(link)
    })
  }

  const create = (config) => {
    if (!config?.token) throw new Error('Link needs a token')
    const link = { config, shown: null, started: false, destroyed: false }
    link.hear = ({ origin, source, data }) => {
      const ours = link.shown && origin === home && source === link.shown.frame.contentWindow
      if (ours && data?.sandboxLink) follow(link, data)
    }
    setTimeout(() => {
      if (!link.destroyed) config.onLoad?.()
    }, 0)
    return {
      open: () => open(link),
      exit: (options) => exit(link, options),
      submit: () => undefined,
      destroy: () => {
        link.destroyed = true
        takeDown(link)
      },
    }
  }

  window.Plaid = { create }

  // react-plaid-link looks for exactly this tag and fetches the real script when it is missing. The type keeps it inert.
  if (!document.querySelector(`script[src="${CDN_SCRIPT}"]`)) {
    const tag = document.createElement('script')
    tag.type = 'text/plain'
    tag.src = CDN_SCRIPT
    document.head.append(tag)
  }
})()
