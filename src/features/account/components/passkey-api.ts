/** What adding a passkey and signing in with one have in common: better-auth's endpoints, and words for what went wrong. */
const API = '/api/auth/passkey';
const LOST = 'The connection was lost. Try again.';

/** `cancelled`: the person closed the browser's window. */
export type PasskeyOutcome = { ok: true } | { ok: false; cancelled?: boolean; message: string };

export function ask(path: string, body?: object): Promise<Response> {
  if (!body) return fetch(`${API}/${path}`, { cache: 'no-store' });
  const headers = { 'content-type': 'application/json' };
  return fetch(`${API}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

const REFUSALS: Record<string, string> = {
  SESSION_NOT_FRESH: 'You signed in more than a day ago. Sign in again, then add a passkey.',
  PASSKEY_NOT_FOUND: 'This passkey was removed from your account. Sign in another way.',
  NOT_VERIFIED: 'Your device did not ask for a finger, a face or a PIN. Use one that does.',
  CHALLENGE_NOT_FOUND: 'That took too long. Try again.',
};

export function refusal(answer: unknown): PasskeyOutcome {
  const { code = '' } = (answer ?? {}) as { code?: string };
  return {
    ok: false,
    message: REFUSALS[code] ?? 'This passkey does not work here. Try again or sign in another way.',
  };
}

export function failure(error: unknown, nothing: string): PasskeyOutcome {
  const name = error instanceof Error ? error.name : '';
  if (name === 'AbortError' || name === 'NotAllowedError')
    return { ok: false, cancelled: true, message: nothing };
  if (name === 'InvalidStateError')
    return { ok: false, message: 'This device has a passkey for your account already.' };
  if (name === 'SecurityError')
    return { ok: false, message: 'Passkeys do not work at this address. Open the site by its name.' };
  return { ok: false, message: error instanceof TypeError ? LOST : nothing };
}
