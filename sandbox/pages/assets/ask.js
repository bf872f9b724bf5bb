import { el, icon } from './element.js'

const choice = ([value, label], chosen) => el('option', { value, selected: value === chosen }, label)

const control = (field) => {
  const { name, type = 'text', value = '', options = [] } = field
  if (type === 'select') {
    return el(
      'select',
      { class: 'input', name, id: `ask-${name}` },
      options.map((option) => choice(option, value)),
    )
  }
  if (type === 'lines') return el('textarea', { class: 'input lines', name, id: `ask-${name}`, rows: '4', value })
  return el('input', { class: 'input', name, id: `ask-${name}`, type, value, required: true, list: field.list })
}

const row = (field) => {
  if (field.type === 'tick') {
    const tick = el('input', { class: 'tick', type: 'checkbox', name: field.name, checked: field.value })
    return el('label', { class: 'row' }, tick, field.label)
  }
  return el(
    'div',
    { class: 'field' },
    el('label', { for: `ask-${field.name}` }, field.label),
    control(field),
    field.hint && el('p', { class: 'hint' }, field.hint),
  )
}

const answers = (form, fields) =>
  Object.fromEntries(
    fields.map(({ name, type }) => {
      const { checked, value } = form.elements.namedItem(name)
      if (type === 'tick') return [name, checked]
      return [name, type === 'number' ? Number(value) : value]
    }),
  )

const head = (title, close) =>
  el(
    'div',
    { class: 'ask-head' },
    el('h2', { class: 'grow', id: 'ask-title' }, title),
    el('button', { class: 'icon-btn', type: 'button', 'aria-label': 'Close', onclick: close }, icon('close')),
  )

/** Asks for details in a dialog; answers what was chosen by field name, or null when the person thought better of it. */
export const ask = ({ title, text, fields = [], go, danger = false }) =>
  new Promise((resolve) => {
    const close = () => dialog.close()
    const form = el(
      'form',
      { method: 'dialog' },
      head(title, close),
      el('div', { class: 'body' }, text && el('p', { class: 'muted' }, text), fields.map(row)),
      el(
        'div',
        { class: 'ask-foot' },
        el('span', { class: 'grow' }),
        el('button', { class: 'btn ghost', type: 'button', onclick: close }, 'Cancel'),
        el(
          'button',
          { class: danger ? 'btn danger' : 'btn primary', type: 'submit', value: 'go', autofocus: true },
          go,
        ),
      ),
    )
    const dialog = el('dialog', { class: 'dialog asking', 'aria-labelledby': 'ask-title' }, form)
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'go' ? answers(form, fields) : null)
      dialog.remove()
    })
    document.body.append(dialog)
    dialog.showModal()
  })
