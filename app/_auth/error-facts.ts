/** What the log may know of an error of signing in. Messages stay out of it, for they can hold addresses. */
export function errorFacts(error: Error): { name: string; cause: string | null; code: string | null } {
  const { cause } = error
  if (!(cause instanceof Error)) return { name: error.name, cause: null, code: null }
  return { name: error.name, cause: cause.name, code: 'code' in cause ? String(cause.code) : null }
}
