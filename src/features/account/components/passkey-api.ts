/** Passkeys in the browser. The WebAuthn code is loaded when somebody uses it, not with the page. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

const API = '/api/auth/passkey';
const LOST = 'The connection was lost. Try again.';

/** `cancelled`: the person closed the browser's window. */
export type PasskeyOutcome = { ok: true } | { ok: false; cancelled?: boolean; message: string };

/** Makes a passkey on this device, or on one that the person picks, and gives the account its public half. */
export async function addPasskey(): Promise<PasskeyOutcome> {
  try {
    const options = await ask('generate-register-options');
    if (!options.ok) return refusal(await options.json());
    const { startRegistration } = await import('@simplewebauthn/browser');
    const optionsJSON = (await options.json()) as PublicKeyCredentialCreationOptionsJSON;
    const response = await startRegistration({ optionsJSON });
    const answer = await ask('verify-registration', { response });
    return answer.ok ? { ok: true } : refusal(await answer.json());
  } catch (error) {
    return failure(error, 'No passkey was added.');
  }
}

/** With `autofill` it waits, without a window, until the person picks a passkey in the e-mail field's list. */
export async function signInWithPasskey(autofill: boolean): Promise<PasskeyOutcome> {
  try {
    const { startAuthentication, browserSupportsWebAuthnAutofill } = await import('@simplewebauthn/browser');
    if (autofill && !(await browserSupportsWebAuthnAutofill()))
      return { ok: false, cancelled: true, message: '' };
    const options = await ask('generate-authenticate-options');
    if (!options.ok) return refusal(await options.json());
    const asked = (await options.json()) as PublicKeyCredentialRequestOptionsJSON;
    const response = await startAuthentication({
      // The device must ask for a finger, a face or a PIN; the server refuses an answer without.
      optionsJSON: { ...asked, userVerification: 'required' },
      useBrowserAutofill: autofill,
    });
    const answer = await ask('verify-authentication', { response });
    return answer.ok ? { ok: true } : refusal(await answer.json());
  } catch (error) {
    return failure(error, 'You were not signed in.');
  }
}

function ask(path: string, body?: object): Promise<Response> {
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

function refusal(answer: unknown): PasskeyOutcome {
  const { code = '' } = (answer ?? {}) as { code?: string };
  return {
    ok: false,
    message: REFUSALS[code] ?? 'This passkey does not work here. Try again or sign in another way.',
  };
}

function failure(error: unknown, nothing: string): PasskeyOutcome {
  const name = error instanceof Error ? error.name : '';
  if (name === 'AbortError' || name === 'NotAllowedError')
    return { ok: false, cancelled: true, message: nothing };
  if (name === 'InvalidStateError')
    return { ok: false, message: 'This device has a passkey for your account already.' };
  if (name === 'SecurityError')
    return { ok: false, message: 'Passkeys do not work at this address. Open the site by its name.' };
  return { ok: false, message: error instanceof TypeError ? LOST : nothing };
}
