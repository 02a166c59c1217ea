/**
 * The language of whoever asked for what is under way: a request to a route, a form, a job. Kept beside the call stack, so that verbs and
 * rules need not hand it on. Pages do not run inside of one: they ask `page-texts` and hand their texts on.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { isMessageKey, textsIn } from './catalogue';
import { DEFAULT_LANGUAGE, type Language } from './languages';
import type { Texts, TextValues } from './make-texts';
import type { MessageKey } from './message-key';

// On `globalThis` because Next loads server code several times in one process.
const holder = globalThis as typeof globalThis & { headcraftLanguage?: AsyncLocalStorage<Language> };
holder.headcraftLanguage ??= new AsyncLocalStorage();
const storage = holder.headcraftLanguage;

/** Whatever `work` says is in `language`. */
export function inLanguage<T>(language: Language, work: () => T): T {
  return storage.run(language, work);
}

/** English outside of a request. */
export function currentTexts(): Texts {
  return textsIn(storage.getStore() ?? DEFAULT_LANGUAGE);
}

/** A text for whoever asked. */
export function say(key: MessageKey, values?: TextValues): string {
  return currentTexts().t(key, values);
}

/** The message of a schema's issue. Schemas name their texts by key (`textKey`): they are made once, their reader is known with the request. */
export function sayMessage(message: string): string {
  return isMessageKey(message) ? say(message) : message;
}
