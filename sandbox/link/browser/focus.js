/** Where a person starts in a new pane: the refused field, else the first empty one, else the heading. */
export const firstPlace = (box) => {
  const fields = [...box.querySelectorAll('input:not([type="checkbox"])')]
  const refused = box.querySelector('[aria-invalid="true"]')
  if (refused) return box.querySelector('#password') ?? refused
  return fields.find((field) => field.value === '') ?? box.querySelector('h1')
}

/** Tab goes round inside: the page behind cannot be reached while Link is open. */
export const keepInside = (box, event) => {
  const stops = [...box.querySelectorAll('button, input, a[href]')].filter((stop) => !stop.disabled)
  const first = stops[0]
  const last = stops[stops.length - 1]
  const from = document.activeElement
  if (event.shiftKey && (from === first || !stops.includes(from))) {
    event.preventDefault()
    last.focus()
  } else if (!event.shiftKey && from === last) {
    event.preventDefault()
    first.focus()
  }
}
