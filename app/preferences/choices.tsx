import { type Language, languages } from '#lib/domain/language.ts'
import { placeOf, timeZoneGroups } from '#lib/domain/time-zone-names.ts'
import type { Preferences } from '#lib/features/accounts/read-preferences.ts'
import { wordsIn } from '#messages/words.ts'
import { Callout } from '../_ui/callout.tsx'
import { SelectField } from '../_ui/select-field.tsx'
import { Wish } from './wish.tsx'

type ChoicesProps = {
  preferences: Preferences
  /** As much of the address as this page may show. */
  address: string
  /** Of the page. */
  language: Language
  /** What the page would be in without a choice. */
  automaticLanguage: Language
  /** Whether there is anything to say about browser messages. */
  asksPush: boolean
}

/** Each language by its own name, for whoever cannot read the page that they are on. */
const ownNames: Record<Language, string> = { en: 'English', es: 'Español', fr: 'Français' }

/** All that a person can choose, as it is now. */
export function Choices({ preferences, address, language, automaticLanguage, asksPush }: ChoicesProps) {
  const t = wordsIn(language)
  const { wantsEmail, wantsPush, givenUp, endpoints } = preferences
  return (
    <>
      <fieldset className="wishes">
        <legend>{t('preferences.how')}</legend>
        <Wish
          name="wantsEmail"
          label={t('preferences.email.label')}
          detail={t('preferences.email.to', { address })}
          isOn={wantsEmail}
        />
        {givenUp ? (
          <Callout state="disconnecting_soon" icon="mail" small>
            {t(`preferences.email.${givenUp}`)}
          </Callout>
        ) : null}
        {asksPush ? (
          <Wish
            name="wantsPush"
            label={t('preferences.push.label')}
            detail={t('preferences.push.where', { count: endpoints.length })}
            isOn={wantsPush}
          />
        ) : null}
      </fieldset>
      {asksPush ? <input type="hidden" name="asksPush" value="on" /> : null}
      <SelectField
        label={t('preferences.language.label')}
        hint={t('preferences.language.hint')}
        name="language"
        defaultValue={preferences.language ?? ''}
      >
        <option value="">{t('preferences.language.automatic', { language: ownNames[automaticLanguage] })}</option>
        {languages.map((each) => (
          <option key={each} value={each} lang={each}>
            {ownNames[each]}
          </option>
        ))}
      </SelectField>
      <TimeZoneField preferences={preferences} language={language} />
    </>
  )
}

function TimeZoneField({ preferences, language }: { preferences: Preferences; language: Language }) {
  const t = wordsIn(language)
  const { timeZone, browserTimeZone } = preferences
  return (
    <SelectField
      label={t('preferences.timeZone.label')}
      hint={t('preferences.timeZone.hint')}
      name="timeZone"
      defaultValue={timeZone ?? ''}
    >
      <option value="">
        {browserTimeZone
          ? t('preferences.timeZone.automaticKnown', { zone: placeOf(browserTimeZone) })
          : t('preferences.timeZone.automatic')}
      </option>
      {timeZoneGroups(timeZone).map(({ region, zones }) => (
        <optgroup key={region} label={region || t('preferences.timeZone.elsewhere')}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {placeOf(zone)}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  )
}
