import { typedAddress } from '#lib/domain/typed-address.ts'
import { env } from '#lib/env.ts'
import { wordsIn } from '#messages/words.ts'
import { pageLanguage } from '../_languages/page-language.ts'
import { brand } from '../_ui/brand.ts'

/** The words of the help pages in the reader’s language, with the names that stand in them. */
export async function helpWords() {
  const language = await pageLanguage()
  return {
    language,
    t: wordsIn(language),
    facts: { brand: brand().name, place: typedAddress(env().APP_URL) },
  }
}
