import { begin, box, draw, start } from './dialog.js'

/* Link on a page of Plaid's own: no app hears of it here, so at the end the person is sent on, or told that they may go. */

const { token, completionRedirectUri } = box.dataset

const end = ({ succeeded }) => {
  if (completionRedirectUri) location.replace(completionRedirectUri)
  else draw({ pane: 'over', succeeded })
}

begin({ opened: () => undefined, leave: (url) => location.assign(url), end })

const returns = new URLSearchParams(location.search).has('oauth_state_id')
void start({ token, receivedRedirectUri: returns ? location.href : null })
