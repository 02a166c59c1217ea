/** All texts of all languages, for the server. A message is compiled when it is first asked for. */
import compile from 'icu-minify/compile';
import type { CompiledMessage } from 'icu-minify/format';
import type { Language } from './languages';
import { makeTexts, type Texts } from './make-texts';
import type { MessageKey } from './message-key';
import { english, type Messages } from './messages/english';
import { german } from './messages/german';

export type Area = keyof Messages;
/** Key → message, compiled. */
export type CompiledMessages = Record<string, CompiledMessage>;

const MESSAGES: Record<Language, Messages> = { en: english, de: german };

const flat = { en: flatten(english), de: flatten(german) };
const compiled: Record<Language, Map<string, CompiledMessage>> = { en: new Map(), de: new Map() };

const TEXTS: Record<Language, Texts> = {
  en: makeTexts('en', (key) => find('en', key)),
  de: makeTexts('de', (key) => find('de', key)),
};

/** The texts of `language`. */
export function textsIn(language: Language): Texts {
  return TEXTS[language];
}

/** Whether `text` is the key of a text. */
export function isMessageKey(text: string): text is MessageKey {
  return flat.en.has(text);
}

/** What components of the browser need of these areas. */
export function clientMessages(language: Language, areas: readonly Area[]): CompiledMessages {
  const found: CompiledMessages = {};
  for (const area of areas) {
    for (const key of clientKeys(area)) {
      const message = find(language, key);
      if (message !== undefined) found[key] = message;
    }
  }
  return found;
}

const keysOfArea = new Map<Area, string[]>();

function clientKeys(area: Area): string[] {
  let keys = keysOfArea.get(area);
  if (!keys) {
    const prefix = `${area}.client.`;
    keys = [...flat.en.keys()].filter((key) => key.startsWith(prefix));
    keysOfArea.set(area, keys);
  }
  return keys;
}

function find(language: Language, key: string): CompiledMessage | undefined {
  const known = compiled[language].get(key);
  if (known !== undefined) return known;
  const text = flat[language].get(key);
  if (text === undefined) return undefined;
  // As JSON: what the compiler makes has no prototype, and React hands the browser plain objects alone.
  const message: CompiledMessage = JSON.parse(JSON.stringify(compile(text)));
  compiled[language].set(key, message);
  return message;
}

/** `{ a: { b: 'text' } }` → "a.b" → "text". */
export function flatten(messages: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(messages)) {
    if (typeof value === 'string') found.set(`${prefix}${name}`, value);
    else for (const [key, text] of flatten(value, `${prefix}${name}.`)) found.set(key, text);
  }
  return found;
}

/** The text of every key, for tests that hold the languages against each other. */
export function allTexts(language: Language): Map<string, string> {
  return flatten(MESSAGES[language]);
}
