const drawnFrom = new WeakMap()

/** A new node for an entry that changed; the focus goes to the same button in it. */
const replacement = (entry, json, before, make) => {
  const node = make(entry)
  drawnFrom.set(node, json)
  const focused = before?.contains(document.activeElement) ? document.activeElement.textContent : null
  return { node, focused }
}

/**
 * Draws entries into a list and touches only what changed, so that a page that draws itself every second takes away
 * neither focus nor open details.
 */
export const drawList = (list, entries, keyOf, make) => {
  const before = new Map([...list.children].map((node) => [node.dataset.key, node]))
  for (const [place, entry] of entries.entries()) {
    const key = keyOf(entry)
    const json = JSON.stringify(entry)
    const had = before.get(key)
    const same = had && drawnFrom.get(had) === json
    const { node, focused } = same ? { node: had, focused: null } : replacement(entry, json, had, make)
    node.dataset.key = key
    if (had && had !== node) had.replaceWith(node)
    if (list.children[place] !== node) list.insertBefore(node, list.children[place] ?? null)
    if (focused !== null) [...node.querySelectorAll('button')].find((b) => b.textContent === focused)?.focus()
  }
  while (list.children.length > entries.length) list.lastElementChild.remove()
}
