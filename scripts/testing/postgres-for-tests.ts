import { firstFreePort } from '../stack/ports.ts'
import { startThrowawayPostgres } from '../stack/throwaway-postgres.ts'
import { prepareTemplate, testServerKey } from './test-database.ts'

const firstPort = 54400 // above the one that `npm start` uses

/** Starts PostgreSQL for one test run, unless a wrapper has done so; answers how to end it. */
export async function startPostgresForTests(): Promise<() => Promise<void>> {
  if (process.env[testServerKey]) return async () => {}
  const postgres = await startThrowawayPostgres(await firstFreePort(firstPort))
  try {
    await prepareTemplate(postgres)
  } catch (error) {
    await postgres.stop()
    throw error
  }
  process.env[testServerKey] = postgres.urlOf('postgres')
  return async () => {
    delete process.env[testServerKey]
    await postgres.stop()
  }
}
