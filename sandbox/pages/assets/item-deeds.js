import { ask } from './ask.js'
import { attempt, post, toast } from './control.js'
import {
  breakQuestion,
  closeAccountQuestion,
  expireQuestion,
  openAccountQuestion,
  removeQuestion,
} from './item-questions.js'
import { fire, forge } from './webhook-deeds.js'

const sendLastAgain = async (item, page) => {
  const last = page.state().deliveries.find((delivery) => delivery.itemId === item.itemId && !delivery.forged)
  if (!last) return toast('Nothing was sent for this Item yet.', { failed: true })
  await attempt(() => post(`/control/deliveries/${last.id}/resend`))
  await page.refresh()
}

const copyId = async (item) => {
  await attempt(() => navigator.clipboard.writeText(item.itemId))
  toast('Copied the item_id.')
}

/** Everything a person can do to an Item here. `page` gives the state and draws anew. */
export const deedsFor = (item, page) => {
  const tell = (act, body = {}) =>
    attempt(() => post(`/control/items/${encodeURIComponent(item.itemId)}/${act}`, body)).then(page.refresh)

  const asked = async (act, question) => {
    const answer = await ask(question(item))
    if (answer) await tell(act, answer)
  }

  return {
    breakIt: () => asked('break', breakQuestion),
    expire: () => asked('announce-disconnect', expireQuestion),
    mend: () => tell('repair'),
    revoke: () => tell('revoke'),
    remove: () => asked('remove', removeQuestion),
    closeAccount: () => asked('close-account', closeAccountQuestion),
    openAccount: () => asked('open-account', openAccountQuestion),
    unshareAccounts: () => tell('unshare-accounts'),
    reopenAccounts: () => tell('reopen-accounts'),
    sendAgain: () => sendLastAgain(item, page),
    copyId: () => copyId(item),
    fire: () => fire(page, item),
    forge: () => forge(page, item),
  }
}
