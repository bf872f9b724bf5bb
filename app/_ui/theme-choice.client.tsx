'use client'

import { Menu } from '@base-ui/react/menu'
import { useState } from 'react'
import { Icon } from './icon.tsx'
import { type Theme, themeCookie, themeFrom, themes } from './theme.ts'

const words: Record<Theme, string> = { system: 'As on this device', light: 'Light', dark: 'Dark' }
const yearSeconds = 365 * 24 * 60 * 60

/** Light or dark, inside an account menu. The choice holds at once, and from the next page on comes with the page. */
export function ThemeChoice({ chosen }: { chosen: Theme }) {
  const [theme, setTheme] = useState(chosen)
  return (
    <Menu.RadioGroup
      value={theme}
      onValueChange={(value: string) => {
        const next = themeFrom(value)
        setTheme(next)
        show(next)
      }}
    >
      {themes.map((option) => (
        <Menu.RadioItem key={option} value={option} closeOnClick={false}>
          <span className="grow">{words[option]}</span>
          <Menu.RadioItemIndicator>
            <Icon name="check" />
          </Menu.RadioItemIndicator>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

function show(theme: Theme) {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that people have
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${theme === 'system' ? 0 : yearSeconds}; samesite=lax`
}
