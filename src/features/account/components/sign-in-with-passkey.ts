/** Loaded when somebody signs in with a passkey, or may pick one from the e-mail field's list: not with the page. */
import {
  browserSupportsWebAuthnAutofill,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from '@simplewebauthn/browser';
import { ask, failure, type PasskeyOutcome, refusal } from './passkey-api';

const NOTHING: PasskeyOutcome = {
  ok: false,
  cancelled: true,
  message: 'account.client.passkey.notSignedIn',
};

/** With `autofill` it waits, without a window, until the person picks a passkey in the e-mail field's list. */
export async function signInWithPasskey(autofill: boolean): Promise<PasskeyOutcome> {
  try {
    if (autofill && !(await browserSupportsWebAuthnAutofill())) return NOTHING;
    const options = await ask('generate-authenticate-options');
    if (!options.ok) return autofill ? NOTHING : refusal(await options.json());
    const asked = (await options.json()) as PublicKeyCredentialRequestOptionsJSON;
    const response = await startAuthentication({
      // The device must ask for a finger, a face or a PIN; the server refuses an answer without.
      optionsJSON: { ...asked, userVerification: 'required' },
      useBrowserAutofill: autofill,
    });
    const answer = await ask('verify-authentication', { response });
    return answer.ok ? { ok: true } : refusal(await answer.json());
  } catch (error) {
    // Nobody pressed anything: whoever signs in another way need not hear of it.
    return autofill ? NOTHING : failure(error, 'account.client.passkey.notSignedIn');
  }
}
