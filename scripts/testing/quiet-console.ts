import { afterEach } from 'vitest'

// A complaint on the console that no test expects is a fault that nobody looked at. A test that expects one says so:
// `vi.spyOn(console, 'error').mockImplementation(() => {})`.
let complaints: unknown[][] = []
const print = console.error
console.error = (...args: unknown[]) => {
  complaints.push(args)
  print(...args)
}

afterEach(() => {
  const heard = complaints
  complaints = []
  if (heard.length > 0) throw new Error(`Unexpected console.error: ${heard.map((args) => args.join(' ')).join('\n')}`)
})
