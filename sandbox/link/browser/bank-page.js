import { BANK_WINDOW } from './bank-window.js'

/*
 * The bank has its answer. A window that Link opened closes itself, and Link goes on behind it. Where Link is gone, or
 * the bank has the whole tab, the person is sent back to the app, as Plaid does with its redirect URI.
 */
const answered = document.querySelector('[data-answered]')
const linkWaits = window.name === BANK_WINDOW && window.opener !== null && !window.opener.closed

if (answered && linkWaits) window.close()
else if (answered?.dataset.returnAddress) location.replace(answered.dataset.returnAddress)
