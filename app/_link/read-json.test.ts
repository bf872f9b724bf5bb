import { describe, expect, it } from 'vitest'
import { fieldsOf, listOf, textOrNull } from './read-json.ts'

describe('JSON that the browser reads', () => {
  it.each([[null], [undefined], ['text'], [7]])('%j has no fields', (value) => {
    expect(fieldsOf(value)).toEqual({})
  })

  it('an object has its own', () => {
    expect(fieldsOf({ linkToken: 'link-1' })).toEqual({ linkToken: 'link-1' })
  })

  it('a number is no text', () => {
    expect(textOrNull(4021)).toBeNull()
  })

  it('one wrong entry spoils a list, so that no account is left out unseen', () => {
    expect(listOf(['4021', '8830'], textOrNull)).toEqual(['4021', '8830'])
    expect(listOf(['4021', 8830], textOrNull)).toBeNull()
    expect(listOf('4021', textOrNull)).toBeNull()
  })
})
