// Pictures of what people read, to be looked at by people: `npm run gallery -- mails` draws every mail in every
// language, light and dark, on a phone and on a tablet, into .data/gallery/mails/index.html.
import { readTsx } from './gallery/read-tsx.ts'

const [what] = process.argv.slice(2)
if (what !== 'mails') {
  console.error('Usage: npm run gallery -- mails')
  process.exit(1)
}
readTsx()
const { drawMails } = await import('./gallery/draw-mails.ts')
console.log(await drawMails())
