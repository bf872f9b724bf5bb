import { expect, it } from 'vitest'
import { brokenItems, placeHref, readPlace } from './list-place.ts'

it('keeps search and pages in the address, there and back', () => {
  const place = { search: 'marguerite & co', trail: ['a1', 'b=2'] }
  const url = new URL(placeHref(place), 'http://localhost')
  expect(readPlace({ q: url.searchParams.get('q') ?? undefined, after: url.searchParams.getAll('after') })).toEqual(
    place,
  )
})

it('has a plain address for the plain list', () => {
  expect(placeHref({ search: null, trail: [] })).toBe('/admin')
  expect(readPlace({})).toEqual({ search: null, trail: [] })
})

it('has an address for each list of another page', () => {
  const drift = { path: '/admin/drift', list: 'missed' }
  expect(placeHref({ search: null, trail: ['a1'] }, drift)).toBe('/admin/drift?list=missed&after=a1')
})

it('keeps the search in the address of what was handed to support', () => {
  const place = { search: 'tartan', trail: [] }
  expect(placeHref(place, brokenItems.handed_over)).toBe('/admin?list=handed_over&q=tartan')
  expect(placeHref(place, brokenItems.all)).toBe('/admin?q=tartan')
})

it('takes a search of spaces for none, and the first of two', () => {
  expect(readPlace({ q: '  ' }).search).toBeNull()
  expect(readPlace({ q: ['one', 'two'] }).search).toBe('one')
  expect(readPlace({ q: 'x'.repeat(5000) }).search).toHaveLength(200)
})
