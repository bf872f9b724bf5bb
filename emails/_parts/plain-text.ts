import { plain } from './names.ts'

/** Puts the blocks of a text part together, with an empty line between them. */
export function plainText(blocks: string[]): string {
  return `${blocks.map(plain).join('\n\n')}\n`
}
