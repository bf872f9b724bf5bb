import { el, icon } from '/assets/element.js'
import { heading, mainButton, problem, shortName, tryAs } from './parts.js'

const LOGINS = [
  ['Right', ['user_good', 'pass_good']],
  ['Wrong', ['user_good', 'pass_wrong']],
  ['Locked', ['user_good', 'error_ITEM_LOCKED']],
  ['Asks a code', ['user_good', 'mfa_device']],
  ['New password due', ['user_good', 'error_USER_SETUP_REQUIRED']],
  ['Bank down', ['user_good', 'error_INSTITUTION_DOWN']],
]

const CODES = [
  ['1234, right', '1234'],
  ['0000, wrong', '0000'],
  ['Code ran out', '9999'],
]

const describedBy = (view) => (view.problem ? { 'aria-invalid': 'true', 'aria-describedby': 'problem' } : {})

const passwordField = (password) => {
  const show = el('button', { class: 'icon-btn end', type: 'button', 'aria-pressed': 'false' }, icon('eye', 's20'))
  show.setAttribute('aria-label', 'Show what I type')
  show.addEventListener('click', () => {
    const shown = password.type === 'text'
    password.type = shown ? 'password' : 'text'
    show.setAttribute('aria-pressed', String(!shown))
  })
  return el(
    'div',
    { class: 'field' },
    el('label', { for: 'password' }, 'Password'),
    el('span', { class: 'input-wrap' }, password, show),
  )
}

/** Username and password, as the bank would ask for them. */
export const credentialsPane = (view, { act }) => {
  const field = (id, type) =>
    el('input', { class: 'input', id, type, autocomplete: 'off', autocapitalize: 'none', ...describedBy(view) })
  const username = field('username', 'text')
  username.spellcheck = false
  username.value = view.username ?? ''
  const password = field('password', 'password')
  const fillIn = ([name, secret]) => {
    username.value = name
    password.value = secret
  }
  const submit = (event) => {
    event.preventDefault()
    act('credentials', { username: username.value, password: password.value })
  }
  return el(
    'form',
    { onsubmit: submit, novalidate: true },
    el(
      'div',
      { class: 'b' },
      heading(`Sign in to ${shortName(view.institution)}`, view.institution),
      el('p', {}, 'An invented sign-in page. What you type stays on this machine.'),
      el('div', { class: 'field' }, el('label', { for: 'username' }, 'Username'), username),
      passwordField(password),
      view.problem && problem(view.problem),
      tryAs(LOGINS, fillIn),
    ),
    el('div', { class: 'f' }, mainButton('Sign in')),
  )
}

/** The one-time code. One field, drawn as four boxes. */
export const codePane = (view, { act, say }) => {
  const code = el('input', {
    class: 'input',
    id: 'code',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    maxlength: '4',
    'aria-label': 'Code',
    ...describedBy(view),
  })
  const submit = (event) => {
    event.preventDefault()
    act('code', { code: code.value })
  }
  const sendAgain = el('button', { class: 'link-btn', type: 'button' }, 'Send it again')
  sendAgain.addEventListener('click', () => say('Sent again. It is still 1234.'))
  const boxes = el('span', { 'aria-hidden': 'true' }, el('i'), el('i'), el('i'), el('i'))
  return el(
    'form',
    { onsubmit: submit, novalidate: true },
    el(
      'div',
      { class: 'b' },
      heading('Type the code', view.institution),
      el('p', {}, `${view.institution.name} “sent” four digits to the phone ending in 44.`),
      el('div', { class: 'code', 'data-invalid': Boolean(view.problem) }, boxes, code),
      view.problem && problem(view.problem),
      el('p', { class: 'quiet' }, 'No code? ', sendAgain),
      tryAs(CODES, (value) => {
        code.value = value
      }),
    ),
    el('div', { class: 'f' }, mainButton('Go on')),
  )
}
