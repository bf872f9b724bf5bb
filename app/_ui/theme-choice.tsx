import { chooseThemeAction } from './choose-theme-action.ts'
import { type Theme, themes } from './theme.ts'

const words: Record<Theme, string> = { system: 'Automatic', light: 'Light', dark: 'Dark' }

/** Light, dark, or as the device has it; a form, so that it needs no script. */
export function ThemeChoice({ chosen }: { chosen: Theme }) {
  return (
    <form action={chooseThemeAction} className="seg" aria-label="Light or dark">
      {themes.map((theme) => (
        <button key={theme} type="submit" name="theme" value={theme} aria-pressed={theme === chosen}>
          {words[theme]}
        </button>
      ))}
    </form>
  )
}
