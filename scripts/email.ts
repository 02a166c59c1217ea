/**
 * `npm run email`: every e-mail as it is sent, with example words, on a page of its own: subject, how it looks in light and dark, on a
 * phone, and its plain text, in each language. Rendered anew with each look, so that a change is seen after a reload.
 */
import { createServer, type ServerResponse } from 'node:http';
import { DEFAULT_LANGUAGE, isLanguage } from '../src/texts/languages';
import { asDark, escapeHtml, indexPage, mailPage } from './email/pages';
import { renderExample } from './email/render-example';

const PORT = Number(process.env.PORT ?? 3001);

const server = createServer(async (request, response) => {
  const [, first = '', name = '', part] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/');
  const language = isLanguage(first) ? first : DEFAULT_LANGUAGE;
  try {
    if (name === '') return send(response, 200, await indexPage(language));
    const mail = await renderExample(name, language);
    if (!mail) return send(response, 404, `No e-mail is called ${escapeHtml(name)}.`);
    if (part === 'light') return send(response, 200, mail.html);
    if (part === 'dark') return send(response, 200, asDark(mail.html));
    send(response, 200, mailPage(language, name, mail));
  } catch (error) {
    send(response, 500, `<pre>${escapeHtml(String(error))}</pre>`);
  }
});

server.listen(PORT, '127.0.0.1', () => console.log(`e-mails: http://localhost:${PORT}`));

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(html);
}
