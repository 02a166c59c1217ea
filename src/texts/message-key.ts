import type { Messages } from './messages/english';

/** "credits.client.give.title": the path of a text in the message files. */
export type MessageKey = Leaves<Messages>;

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** A key where a library wants a string that it hands back later: messages of zod schemas, told in the reader's language by `auth/http-errors`. */
export function textKey(key: MessageKey): MessageKey {
  return key;
}
