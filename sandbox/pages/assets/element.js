/** Builds DOM nodes; everything on the sandbox's pages is made by these few functions, so text is never parsed as HTML. */

const setProperty = (node, name, value) => {
  if (value === undefined || value === null || value === false) return
  if (name.startsWith('on')) node.addEventListener(name.slice(2), value)
  else if (name === 'value' || name === 'checked') node[name] = value
  else node.setAttribute(name, value === true ? '' : value)
}

/** `el('p', { class: 'quiet' }, 'Hello')`; `on…` properties are listeners, children that are false or null are left out. */
export const el = (tag, properties = {}, ...children) => {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) setProperty(node, name, value)
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false))
  return node
}

const SVG = 'http://www.w3.org/2000/svg'

/** An icon of `icons.svg`; always beside words or inside a named button, so it is hidden from screen readers. */
export const icon = (name, size = '') => {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', `icon ${size}`.trim())
  svg.setAttribute('viewBox', '0 0 20 20')
  svg.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS(SVG, 'use')
  use.setAttribute('href', `/assets/icons.svg#${name}`)
  svg.append(use)
  return svg
}

const DRAWN = new Set(['ins_109508', 'ins_109509', 'ins_109511', 'ins_109512', 'ins_sandbox_2'])

const initialsOf = (name) => {
  const [first = '', second = ''] = name.split(/[^\p{L}]+/u).filter(Boolean)
  return `${first[0] ?? ''}${second[0] ?? ''}`
}

/** The bank's drawn tile, or two initials for a bank without one. */
export const tile = (institution, size = '') => {
  const inside = DRAWN.has(institution.id)
    ? el('img', { src: `/assets/banks/${institution.id}.svg`, alt: '', width: '100%', height: '100%' })
    : initialsOf(institution.name)
  return el('span', { class: `tile ${size}`.trim(), 'aria-hidden': 'true' }, inside)
}
