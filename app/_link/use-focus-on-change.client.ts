import { type RefObject, useEffect, useRef } from 'react'

/**
 * Moves the focus to the heading when there is a new message under it, so that nobody is left on a button that is gone.
 * Not on the first message: that one came with the page. Each message is an object of its own, so that the same words
 * said again count as new.
 * @param root the element that holds the heading
 */
export function useFocusOnChange(message: object, root: RefObject<HTMLElement | null>): void {
  const shown = useRef(message)
  useEffect(() => {
    if (shown.current === message) return
    shown.current = message
    window.scrollTo(0, 0)
    root.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [message, root])
}
