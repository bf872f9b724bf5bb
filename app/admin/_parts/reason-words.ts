/** A reason as it is stored, for reading: known ones in words, others as they are, since they may be a provider's own. */
export function reasonWords(reason: string): string {
  return known[reason] ?? reason.replaceAll('_', ' ')
}

const known: Record<string, string> = {
  no_longer_true: 'no longer true when its turn came',
  repaired_here: 'repaired through Relink',
  repaired_elsewhere: 'repaired elsewhere',
  repaired_since: 'repaired since it came',
  announced_anew_since: 'a later announcement has come',
}
