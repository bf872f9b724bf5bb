import type { GalleryMail } from './mails.ts'

/** One mail as one device shows it. */
export type Picture = { file: string; look: string; mail: GalleryMail }

const style = `
body { margin: 24px; font: 14px/20px system-ui, sans-serif; color-scheme: light dark; }
section { display: flex; gap: 16px; overflow-x: auto; align-items: start; padding-block: 8px; }
img { height: 560px; border: 1px solid #8884; border-radius: 8px; }
pre { white-space: pre-wrap; min-width: 420px; max-width: 420px; margin: 0; font-size: 12px; line-height: 17px; }
`

/** A page with all pictures; beside them the text part and the browser message. */
export function galleryPage(mails: GalleryMail[], pictures: Picture[]): string {
  const sections = mails.map((mail) => {
    const shown = pictures.filter((picture) => picture.mail === mail)
    const push = mail.push ? `<p>Browser message: <b>${safe(mail.push.title)}</b> ${safe(mail.push.body)}</p>` : ''
    return `<h2>${safe(mail.name)} (${mail.language}): ${safe(mail.subject)}</h2>${push}
<section>${shown.map(figure).join('')}<pre dir="auto">${safe(mail.text)}</pre></section>`
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mails</title><style>${style}</style>
<h1>${mails.length} mails, ${pictures.length} pictures</h1>${sections.join('\n')}</html>\n`
}

function figure({ file, look }: Picture): string {
  return `<a href="${file}"><img src="${file}" alt="${look}" title="${look}" loading="lazy"></a>`
}

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
