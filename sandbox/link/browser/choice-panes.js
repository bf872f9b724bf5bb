import { el, icon, tile } from '/assets/element.js'
import { heading, mainButton, shortName } from './parts.js'

/** The whole row can be pressed; the button in it is named by the bank alone, and the note describes it. */
const institutionRow = (institution, choose) =>
  el(
    'li',
    {},
    tile(institution),
    el(
      'span',
      { class: 'truncate' },
      el(
        'button',
        { class: 'truncate', type: 'button', 'aria-describedby': `note-${institution.id}`, onclick: choose },
        institution.name,
      ),
      el('small', { id: `note-${institution.id}` }, institution.note),
    ),
    icon('chevron-right', 's14'),
  )

/** Every bank of the sandbox, with a search. Only for a new connection: a repair knows its bank. */
export const institutionsPane = (view, { act, say }) => {
  const list = el('ul', { class: 'pick banks' })
  const show = (query) => {
    const wanted = query.trim().toLowerCase()
    const found = view.institutions.filter((institution) => institution.name.toLowerCase().includes(wanted))
    list.replaceChildren(
      ...found.map((institution) =>
        institutionRow(institution, () => act('institution', { institutionId: institution.id, query: wanted })),
      ),
    )
    if (found.length === 0) list.append(el('li', {}, 'No invented bank has that name.'))
    if (wanted) say(found.length === 1 ? '1 bank' : `${found.length} banks`)
  }
  const search = el('input', {
    class: 'input',
    type: 'search',
    placeholder: 'Search invented banks',
    'aria-label': 'Search',
    oninput: (event) => show(event.target.value),
  })
  show('')
  return el(
    'div',
    { class: 'pane' },
    el(
      'div',
      { class: 'b' },
      heading('Choose a bank'),
      el('span', { class: 'input-wrap s' }, icon('search'), search),
      list,
    ),
    el('div', { class: 'f' }, el('p', { class: 'fine' }, 'Only for a new connection. Repairing skips this.')),
  )
}

const accountRow = (account, count) =>
  el(
    'li',
    {},
    el(
      'label',
      {},
      el(
        'span',
        {},
        el('strong', {}, account.name),
        el('small', {}, `•• ${account.mask}, ${account.wasShared ? 'was shared' : account.subtype}`),
      ),
      el('input', { class: 'tick lg', type: 'checkbox', value: account.id, checked: account.chosen, onchange: count }),
    ),
  )

/** Which accounts to share. In update mode it appears only when the link token asks for it. */
export const accountsPane = (view, { act }) => {
  const share = mainButton('')
  const list = el('ul', { class: 'pick' })
  const chosen = () => [...list.querySelectorAll('input:checked')].map((tick) => tick.value)
  const reason = el('p', { class: 'fine', role: 'status' })
  const count = () => {
    const { length } = chosen()
    share.textContent = length === 1 ? 'Share 1 account' : `Share ${length} accounts`
    share.disabled = length === 0
    reason.textContent = length === 0 ? 'Choose at least one.' : ''
    reason.hidden = length > 0
  }
  list.append(...view.accounts.map((account) => accountRow(account, count)))
  count()
  const submit = (event) => {
    event.preventDefault()
    act('accounts', { accountIds: chosen() })
  }
  const lead = view.updateMode ? 'Leave one out to see how a repair with a missing account looks.' : null
  return el(
    'form',
    { onsubmit: submit },
    el(
      'div',
      { class: 'b' },
      heading('What to share', view.institution),
      el('p', {}, lead ?? `These are the accounts that ${shortName(view.institution)} keeps for you.`),
      list,
    ),
    el('div', { class: 'f' }, reason, share),
  )
}
