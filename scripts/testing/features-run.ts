import { startPostgresForTests } from './postgres-for-tests.ts'

/** Vitest's hook for a whole run of the feature tests. */
export function setup(): Promise<() => Promise<void>> {
  return startPostgresForTests()
}
