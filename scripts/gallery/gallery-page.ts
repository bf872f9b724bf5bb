/** One picture; its marks say what it shows, such as `es`, `dark` and `phone`. */
export type Picture = { file: string; marks: string[] }
/** Pictures of one thing, with what is to be read beside them. */
export type Section = { title: string; remark?: string; pictures: Picture[]; text?: string }

const style = `
body { margin: 24px; font: 14px/20px system-ui, sans-serif; color-scheme: light dark; }
nav { position: sticky; top: 0; padding-block: 8px; background: Canvas; display: flex; gap: 16px; }
section { display: flex; gap: 16px; overflow-x: auto; align-items: start; padding-block: 8px; }
figure { margin: 0; }
figure img { display: block; width: 240px; border: 1px solid #8884; border-radius: 8px; }
figure:is([data-marks~=desktop], [data-marks~=tablet]) img { width: 480px; }
figcaption { font-size: 12px; opacity: 0.7; }
pre { white-space: pre-wrap; min-width: 420px; max-width: 420px; margin: 0; font-size: 12px; line-height: 17px; }
`

/** A page with all pictures, on which those with a mark can be left out. */
export function galleryPage(name: string, sections: Section[]): string {
  const pictures = sections.flatMap((section) => section.pictures)
  const marks = [...new Set(pictures.flatMap((picture) => picture.marks))]
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${safe(name)}</title>
<style>${style}${marks.map(hideWithout).join('\n')}</style>
<h1>${safe(name)}: ${pictures.length} pictures</h1><nav>${marks.map(choice).join('')}</nav>
${sections.map(shown).join('\n')}</html>\n`
}

function shown({ title, remark, pictures, text }: Section): string {
  const beside = text === undefined ? '' : `<pre dir="auto">${safe(text)}</pre>`
  return `<h2>${safe(title)}</h2>${remark ? `<p>${safe(remark)}</p>` : ''}
<section>${pictures.map(figure).join('')}${beside}</section>`
}

function figure({ file, marks }: Picture): string {
  const words = marks.join(' ')
  const image = `<a href="${file}"><img src="${file}" alt="${words}" loading="lazy"></a>`
  return `<figure data-marks="${words}">${image}<figcaption>${words}</figcaption></figure>`
}

function choice(mark: string): string {
  return `<label><input type="checkbox" id="show-${mark}" checked> ${mark}</label>`
}

function hideWithout(mark: string): string {
  return `body:has(#show-${mark}:not(:checked)) figure[data-marks~=${mark}] { display: none; }`
}

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
