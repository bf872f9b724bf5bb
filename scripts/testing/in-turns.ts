/** Does something for each entry, so many at a time; the results in the order of the entries. */
export async function inTurns<Entry, Result>(
  entries: readonly Entry[],
  atOnce: number,
  work: (entry: Entry) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const left = entries.entries()
  const walk = async () => {
    for (const [index, entry] of left) results[index] = await work(entry)
  }
  await Promise.all(Array.from({ length: atOnce }, walk))
  return results
}
