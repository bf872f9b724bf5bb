/** A list is counted so far and no further, so that a count costs no more than a page however much there is. */
export const mostCounted = 10_000

/** A count as it is shown: `10,000+` for more than is counted. */
export function countWords(count: number): string {
  return count > mostCounted ? `${mostCounted.toLocaleString('en-US')}+` : count.toLocaleString('en-US')
}
