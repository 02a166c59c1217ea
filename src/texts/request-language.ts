import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';
import {
  DEFAULT_LANGUAGE,
  isLanguage,
  LANGUAGE_COOKIE,
  LANGUAGE_HEADER,
  LANGUAGES,
  type Language,
} from './languages';

/** The language of a request: its address's, else the one chosen in this browser, else the best that the browser asks for. */
export function requestLanguage(
  headers: Headers,
  chosen = cookieValue(headers.get('cookie') ?? '', LANGUAGE_COOKIE),
): Language {
  const addressed = headers.get(LANGUAGE_HEADER);
  if (isLanguage(addressed)) return addressed;
  if (isLanguage(chosen)) return chosen;
  const accepted = headers.get('accept-language');
  if (!accepted) return DEFAULT_LANGUAGE;
  const best = new Negotiator({ headers: { 'accept-language': accepted } }).language([...LANGUAGES]);
  return isLanguage(best) ? best : DEFAULT_LANGUAGE;
}

/** The same for pages that get Node's own request. */
export function incomingLanguage(request: Pick<IncomingMessage, 'headers'> | undefined): Language {
  const headers = new Headers();
  for (const name of [LANGUAGE_HEADER, 'cookie', 'accept-language']) {
    const value = request?.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return requestLanguage(headers);
}

function cookieValue(cookies: string, name: string): string | undefined {
  const found = cookies.split(';').find((cookie) => cookie.trim().startsWith(`${name}=`));
  return found?.slice(found.indexOf('=') + 1).trim();
}
