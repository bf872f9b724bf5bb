import { Fragment, type ReactNode } from 'react'
import { namesOf } from './names.ts'

/** A sentence in html; each name in it keeps its own direction. */
export function Said({ children }: { children: ReactNode }) {
  if (Array.isArray(children)) return children.map((child, place) => <Piece key={keyOf(place)}>{child}</Piece>)
  return <Piece>{children}</Piece>
}

function Piece({ children }: { children: ReactNode }) {
  if (typeof children !== 'string') return children
  return namesOf(children).map(({ text, isName }, place) =>
    isName ? <bdi key={keyOf(place)}>{text}</bdi> : <Fragment key={keyOf(place)}>{text}</Fragment>,
  )
}

/** Pieces of a sentence never change places. */
function keyOf(place: number): string {
  return `piece-${place}`
}
