import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolder } from '../stack/folders.ts'
import { Obstacle } from '../stack/steps.ts'
import { checkDatabaseFolder } from './checks.ts'

const temporary = '/tmp/relink-0123456789ab/postgres'
const withPlaidKeys = { isPlaidKeyless: false }

describe('a database in a temporary folder', () => {
  it('holds no real Items: the start says what to do instead', () => {
    expect(() => checkDatabaseFolder(withPlaidKeys, temporary)).toThrow(Obstacle)
    expect(() => checkDatabaseFolder(withPlaidKeys, temporary)).toThrow(/set DATABASE_URL, or move the checkout/)
    expect(() => checkDatabaseFolder(withPlaidKeys, `${dataFolder}-of-another/postgres`)).toThrow(Obstacle)
  })

  it('will do to try Relink without Plaid’s keys', () => {
    expect(() => checkDatabaseFolder({ isPlaidKeyless: true }, temporary)).not.toThrow()
  })

  it('is not what one under .data is', () => {
    expect(() => checkDatabaseFolder(withPlaidKeys, join(dataFolder, 'postgres'))).not.toThrow()
  })
})
