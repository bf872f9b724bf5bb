// Pictures of what people read, to be looked at by people, each gallery into .data/gallery/<name>/index.html:
// `npm run gallery -- mails` draws every mail, `npm run gallery -- reconnect` every state of the reconnect page, in
// every language, light and dark, small and large; `npm run gallery` draws both. With words after `reconnect` only the
// states are drawn that have them in their name.
import { readTsx } from './gallery/mails/read-tsx.ts'

const galleries: Record<string, ((only: string) => Promise<string>) | undefined> = {
  mails: async () => {
    readTsx()
    const { drawMails } = await import('./gallery/mails/draw-mails.ts')
    return drawMails()
  },
  reconnect: async (only) => {
    const { drawReconnect } = await import('./gallery/reconnect/draw-reconnect.ts')
    return drawReconnect(only)
  },
}

const [wanted, ...words] = process.argv.slice(2)
for (const name of wanted ? [wanted] : Object.keys(galleries)) {
  const draw = galleries[name]
  if (!draw) {
    console.error('Usage: npm run gallery [-- mails | -- reconnect [words of a state’s name]]')
    process.exit(1)
  }
  console.log(await draw(words.join(' ')))
}
