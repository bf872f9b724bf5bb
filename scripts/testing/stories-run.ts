import { startPostgresForTests } from './postgres-for-tests.ts'
import { startStack } from './start-stack.ts'
import { createTestDatabase } from './test-database.ts'

/** Playwright's hook for a whole run: the stack that all stories share, at the addresses that the config chose. */
export default async function setUp(): Promise<() => Promise<void>> {
  const stopPostgres = await startPostgresForTests()
  try {
    const databaseUrl = await createTestDatabase()
    process.env.STORIES_DATABASE_URL = databaseUrl // for the one story in which a week passes
    const stack = await startStack({
      name: 'stories',
      databaseUrl,
      appPort: portOf(process.env.RELINK_URL),
      sandboxPort: portOf(process.env.SANDBOX_URL),
    })
    return () => stack.stop().finally(stopPostgres)
  } catch (error) {
    await stopPostgres()
    throw error
  }
}

function portOf(url = ''): number {
  return Number(new URL(url).port)
}
