/** Loaded when somebody adds a passkey, not with the page. */
import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser';
import { ask, failure, type PasskeyOutcome, refusal } from './passkey-api';

/** Makes a passkey on this device, or on one that the person picks, and gives the account its public half. */
export async function addPasskey(): Promise<PasskeyOutcome> {
  try {
    const options = await ask('generate-register-options');
    if (!options.ok) return refusal(await options.json());
    const optionsJSON = (await options.json()) as PublicKeyCredentialCreationOptionsJSON;
    const response = await startRegistration({ optionsJSON });
    const answer = await ask('verify-registration', { response });
    return answer.ok ? { ok: true } : refusal(await answer.json());
  } catch (error) {
    return failure(error, 'account.client.passkey.notAdded');
  }
}
