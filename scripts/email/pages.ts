/** The pages of the e-mail preview. */
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../src/texts/languages';
import { MAIL_NAMES } from '../../tests/support/mail-examples';
import { type RenderedMail, renderExample } from './render-example';

/** Pixels: a phone, and a reading pane on a desktop. */
const WIDTHS = { phone: 390, desktop: 680 };

const STYLE = `
  :root { color-scheme: light dark; font: 14px/20px system-ui, sans-serif }
  body { margin: 32px auto; max-width: 1120px; padding: 0 16px }
  main { display: grid; grid-template-columns: ${WIDTHS.phone}px 1fr; gap: 24px; align-items: start }
  iframe { border: 1px solid #8884; border-radius: 10px; height: 640px; width: 100%; max-width: ${WIDTHS.desktop}px }
  pre { white-space: pre-wrap; border: 1px solid #8884; border-radius: 10px; padding: 16px; max-width: ${WIDTHS.desktop}px }
  @media (max-width: 800px) { main { grid-template-columns: 1fr } }
`;

export async function indexPage(language: Language): Promise<string> {
  const items = await Promise.all(
    MAIL_NAMES.map(async (name) => {
      const subject = (await renderExample(name, language))?.subject ?? '';
      return `<li><a href="/${language}/${name}">${name}</a> · ${escapeHtml(subject)}</li>`;
    }),
  );
  const others = LANGUAGES.map((one) => `<a href="/${one}">${LANGUAGE_NAMES[one]}</a>`).join(' · ');
  return page('E-mails', `<h1>E-mails</h1><p>${others}</p><ul>${items.join('')}</ul>`);
}

export function mailPage(language: Language, name: string, { subject, text }: RenderedMail): string {
  const frame = (scheme: 'light' | 'dark') =>
    `<iframe title="${name}, ${scheme}" src="/${language}/${name}/${scheme}"></iframe>`;
  return page(
    subject,
    `<p><a href="/${language}">All e-mails</a></p><h1>${escapeHtml(subject)}</h1>
     <main>${frame('light')}${frame('dark')}</main><h2>Plain text</h2><pre>${escapeHtml(text)}</pre>`,
  );
}

/** What a reader shows who asks for dark, whatever this browser asks for. */
export function asDark(html: string): string {
  return html.replace('(prefers-color-scheme: dark)', 'all');
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}
