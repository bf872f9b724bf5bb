import { type RefObject, useEffect, useRef } from 'react'

/**
 * Moves the focus to the heading when the message under it changes, so that nobody is left on a button that is gone.
 * Not on the first message: that one came with the page.
 */
export function useFocusOnChange(message: string): RefObject<HTMLHeadingElement | null> {
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
