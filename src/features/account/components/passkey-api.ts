/** What adding a passkey and signing in with one have in common: better-auth's endpoints, and words for what went wrong. */
import type { MessageKey } from '@/texts/message-key';

const API = '/api/auth/passkey';

/** `cancelled`: the person closed the browser's window. */
export type PasskeyOutcome = { ok: true } | { ok: false; cancelled?: boolean; message: MessageKey };

export function ask(path: string, body?: object): Promise<Response> {
  if (!body) return fetch(`${API}/${path}`, { cache: 'no-store' });
  const headers = { 'content-type': 'application/json' };
  return fetch(`${API}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** better-auth's code → what the person is told. */
export const REFUSALS: Record<string, MessageKey> = {
  SESSION_NOT_FRESH: 'account.client.passkey.notFresh',
  PASSKEY_NOT_FOUND: 'account.client.passkey.removedOne',
  NOT_VERIFIED: 'account.client.passkey.notVerified',
  CHALLENGE_NOT_FOUND: 'account.client.passkey.tooLong',
};

export const OTHER_REFUSAL: MessageKey = 'account.client.passkey.notHere';

/** Name of the browser's exception → what the person is told. */
export const FAILURES: Record<string, MessageKey> = {
  InvalidStateError: 'account.client.passkey.already',
  SecurityError: 'account.client.passkey.address',
  TypeError: 'account.client.passkey.lost',
};

export function refusal(answer: unknown): PasskeyOutcome {
  const { code = '' } = (answer ?? {}) as { code?: string };
  return { ok: false, message: REFUSALS[code] ?? OTHER_REFUSAL };
}

export function failure(error: unknown, nothing: MessageKey): PasskeyOutcome {
  const name = error instanceof Error ? error.name : '';
  if (name === 'AbortError' || name === 'NotAllowedError')
    return { ok: false, cancelled: true, message: nothing };
  return { ok: false, message: FAILURES[name] ?? nothing };
}
