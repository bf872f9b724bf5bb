import { begin, box, close, start } from './dialog.js'
import { keepInside } from './focus.js'

/* Link in the frame that `link-initialize.js` lays over the app's page. The two speak by messages. */

let pageOrigin = null

const tellPage = (type, more = {}) => window.parent.postMessage({ sandboxLink: type, ...more }, pageOrigin ?? '*')

window.addEventListener('message', (event) => {
  if (event.source !== window.parent) return
  const { sandboxLink, ...config } = event.data ?? {}
  if (sandboxLink === 'start' && pageOrigin === null) {
    pageOrigin = event.origin
    void start(config)
  }
  if (sandboxLink === 'exit' && event.origin === pageOrigin) void close()
})

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') void close()
  if (event.key === 'Tab') keepInside(box, event)
})

begin({
  opened: (event) => tellPage('opened', { event }),
  leave: (url) => tellPage('leave', { url }),
  end: (outcome) => tellPage('end', { outcome }),
})
tellPage('ready')
