import { el, icon } from './element.js'

/** A short list of further deeds under a button. Arrow keys move, Escape closes and gives the focus back. */
export const openMenu = (button, entries) => {
  const rows = entries.map(([label, iconName, deed, danger]) =>
    el(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: '-1',
        class: danger ? 'danger' : '',
        onclick: () => {
          close()
          deed()
        },
      },
      icon(iconName),
      label,
    ),
  )
  const menu = el('div', { class: 'menu over', role: 'menu', popover: 'auto', 'aria-label': 'More' }, rows)
  const close = () => menu.hidePopover()
  const move = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    rows[(rows.indexOf(document.activeElement) + step + rows.length) % rows.length].focus()
  }
  menu.addEventListener('keydown', move)
  menu.addEventListener('toggle', (event) => {
    if (event.newState === 'closed') menu.remove()
  })
  document.querySelector('main').append(menu)
  menu.showPopover()
  const { left, bottom, top } = button.getBoundingClientRect()
  const { offsetWidth, offsetHeight } = menu
  const fits = bottom + 4 + offsetHeight < window.innerHeight
  menu.style.left = `${Math.max(8, Math.min(left, window.innerWidth - offsetWidth - 8))}px`
  menu.style.top = `${fits ? bottom + 4 : Math.max(8, top - offsetHeight - 4)}px`
  rows[0].focus()
}
