import { accessSync, constants, mkdirSync } from 'node:fs'
import { sep } from 'node:path'
import { EnvError, parseEnv } from '#lib/env.ts'
import type { Variables } from '../stack/environment.ts'
import { dataFolder, logFolder } from '../stack/folders.ts'
import { isPortFree, whoListensOn } from '../stack/ports.ts'
import { Obstacle } from '../stack/steps.ts'

/** Stops before anything runs when a setting is wrong. */
export function checkVariables(variables: Variables): void {
  try {
    parseEnv(variables)
  } catch (error) {
    throw error instanceof EnvError ? new Obstacle(error.message, { cause: error }) : error
  }
}

/** Stops when the data cannot be kept. */
export function checkDataFolder(): void {
  try {
    mkdirSync(logFolder, { recursive: true })
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK)
    accessSync(logFolder, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new Obstacle(`${dataFolder} cannot be written: make it yours, or start Relink as its owner.`, { cause })
  }
}

/**
 * Stops when real Items would be kept where a reboot takes them.
 * @param folder where Relink's own PostgreSQL keeps its data
 */
export function checkDatabaseFolder({ isPlaidKeyless }: { isPlaidKeyless: boolean }, folder: string): void {
  if (isPlaidKeyless || folder.startsWith(`${dataFolder}${sep}`)) return
  throw new Obstacle(
    'The account that PostgreSQL runs as cannot enter this checkout, and ' +
      `${folder}, which a reboot may empty, is no place for real Items: ` +
      'set DATABASE_URL, or move the checkout to a folder that others can enter.',
  )
}

/** Stops when somebody else listens where we want to. */
export async function checkPort(port: number, what: string, key: string): Promise<void> {
  if (await isPortFree(port)) return
  const who = whoListensOn(port) ?? 'another program'
  throw new Obstacle(
    `Port ${port} (${what}) is taken by ${who}: stop it, or choose another port with ${key}=${port + 1}.`,
  )
}
