import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { wordsIn } from '#messages/words.ts'
import { pageLanguage } from './_languages/page-language.ts'
import { brand } from './_ui/brand.ts'
import './_ui/styles/globals.css'
import { themeCookie, themeFrom } from './_ui/theme.ts'

/** The `canvas` token of each theme, for the browser's own frame. */
const canvas = { light: '#faf9f6', dark: '#0a0e0f' }

export async function generateMetadata(): Promise<Metadata> {
  const { name } = brand()
  const t = wordsIn(await pageLanguage())
  return {
    title: { default: name, template: `%s · ${name}` },
    // What a messenger shows under a link that is passed on.
    description: t('shell.promise', { brand: name }),
    // Every page is about one person's banks; none belongs in a search engine.
    robots: { index: false, follow: false },
  }
}

export async function generateViewport(): Promise<Viewport> {
  const theme = await chosenTheme()
  if (theme !== 'system') return { themeColor: canvas[theme], colorScheme: theme }
  return {
    colorScheme: 'light dark',
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: canvas.light },
      { media: '(prefers-color-scheme: dark)', color: canvas.dark },
    ],
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Early, or it comes too late for the first paint (tokens.css).
  preload('/fonts/Geist-Variable.woff2', { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  const [theme, language] = await Promise.all([chosenTheme(), pageLanguage()])
  return (
    <html lang={language} data-theme={theme === 'system' ? undefined : theme}>
      <body>{children}</body>
    </html>
  )
}

async function chosenTheme() {
  const jar = await cookies()
  return themeFrom(jar.get(themeCookie)?.value)
}
