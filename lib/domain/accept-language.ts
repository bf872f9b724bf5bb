import { type Language, languages } from './language.ts'

// Browsers send a handful; whoever sends more gets no more attention for it.
const mostTags = 20

/**
 * The language of ours that a browser asks for most.
 * @param header its `Accept-Language` (RFC 9110, 12.5.4), such as `fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5`
 * @returns null when it names none of ours, or is absent
 */
export function languageOfBrowser(header: string | null | undefined): Language | null {
  const wishes = (header ?? '').split(',', mostTags).map(readWish)
  const wanted = wishes.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight)
  for (const { primary } of wanted) {
    const language = languages.find((each) => each === primary)
    if (language) return language
  }
  return null
}

function readWish(wish: string): { primary: string; weight: number } {
  const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  const weight = quality === undefined ? 1 : Number(quality.slice(2))
  return { primary: tag.split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 }
}
