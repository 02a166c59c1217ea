/**
 * Passkeys: the device keeps a private key and asks for a finger, a face or a PIN before it signs. That is something one has and
 * something one is or knows, so no code is asked for after it; a device that did not ask is refused.
 */
import { getAuthenticatorName, passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { env } from '@/env';
import { deviceName } from '@/features/account/rules';
import { currentTexts, say } from '@/texts/current-texts';

export function passkeys() {
  const { appUrl, embedded } = env();
  return passkey({
    rpName: 'headcraft',
    rpID: new URL(appUrl).hostname,
    // Locally the port may be another one than the configured; the origin check has looked at it.
    ...(embedded ? {} : { origin: appUrl }),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: ({ ctx, verification: { registrationInfo } }) => {
        requireVerified(registrationInfo?.userVerified);
        const device = deviceName(ctx.headers?.get('user-agent') ?? null, currentTexts());
        return { name: getAuthenticatorName(registrationInfo?.aaguid) ?? device };
      },
    },
    authentication: {
      afterVerification: async ({ verification }) =>
        requireVerified(verification.authenticationInfo.userVerified),
    },
  });
}

function requireVerified(verified: boolean | undefined): void {
  if (!verified)
    throw new APIError('BAD_REQUEST', {
      code: 'NOT_VERIFIED',
      message: say('errors.account.device'),
    });
}
