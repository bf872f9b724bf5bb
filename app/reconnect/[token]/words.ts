import type { wordsIn } from '#messages/words.ts'

/** Draws the words of the page's language. */
export type Words = ReturnType<typeof wordsIn>

/** Puts values into a sentence that the browser completes, because only it learns them: `{bank}`, for instance. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
