import { type RefObject, useEffect, useRef } from 'react'

/**
 * Moves the focus to the heading when there is a new message under it, so that nobody is left on a button that is gone.
 * Not on the first message: that one came with the page. Each message is an object of its own, so that the same words
 * said again count as new.
 */
export function useFocusOnChange(message: object): RefObject<HTMLHeadingElement | null> {
  const titleRef = useRef<HTMLHeadingElement>(null)
  const shown = useRef(message)
  useEffect(() => {
    if (shown.current === message) return
    shown.current = message
    window.scrollTo(0, 0)
    titleRef.current?.focus({ preventScroll: true })
  }, [message])
  return titleRef
}
