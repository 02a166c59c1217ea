/**
 * Google and Microsoft as better-auth's providers, each only where its keys are set. The library's own Google knows no other
 * address than Google's, and neither of its two looks at the id token's signature and nonce.
 */
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthorizationURL, type OAuthProvider } from 'better-auth/oauth2';
import type { JWTPayload } from 'jose';
import { env } from '@/env';
import { notFound } from '@/lib/errors';
import { log } from '@/lib/log';
import { activeServices, SOCIAL_NAME, type SocialProvider } from '@/lib/social';
import { callbackAnswer } from './answer';
import { googleIdentity, type Identity, microsoftIdentity } from './identity';
import { type Client, discover, redeem, verifyIdToken } from './openid';

/** Those that this deployment has keys for. */
export function activeSocialProviders(): SocialProvider[] {
  return activeServices(env().social);
}

/** The one that a form names. Throws `not_found` for one without keys, as if nothing was there. */
export function requireActive(name: unknown): SocialProvider {
  const provider = activeSocialProviders().find((one) => one === name);
  if (!provider) throw notFound('page');
  return provider;
}

export function socialProviders() {
  const { google, microsoft } = env().social;
  const providers: OAuthProvider[] = [];
  if (google)
    providers.push(
      provider('google', google, {
        discovery: `${google.baseUrl}/.well-known/openid-configuration`,
        identity: googleIdentity,
      }),
    );
  if (microsoft)
    providers.push(
      provider('microsoft', microsoft, {
        discovery: `${microsoft.baseUrl}/${microsoft.tenant}/v2.0/.well-known/openid-configuration`,
        identity: (claims, issuer) => microsoftIdentity(claims, issuer, microsoft.tenant),
      }),
    );
  return {
    id: 'social-providers',
    init: () => ({ context: { socialProviders: providers } }),
    hooks: { after: [callbackAnswer] },
  } satisfies BetterAuthPlugin;
}

type Kind = {
  discovery: string;
  identity(claims: JWTPayload, issuer: string): Identity | null;
};

function provider(
  id: SocialProvider,
  client: Client,
  { discovery, identity }: Kind,
): OAuthProvider<Identity> {
  const find = discover(discovery);
  return {
    id,
    name: SOCIAL_NAME[id],
    requiresIdTokenNonce: true,
    accountSubject: ({ profile }) => profile.subject,
    async createAuthorizationURL({ state, codeVerifier, redirectURI, idTokenNonce }) {
      const { authorizationEndpoint } = await find();
      return createAuthorizationURL({
        id,
        options: client,
        authorizationEndpoint,
        redirectURI,
        state,
        codeVerifier,
        nonce: idTokenNonce,
        scopes: ['openid', 'email', 'profile'],
        // Somebody with two accounts there is asked which, each time.
        prompt: 'select_account',
      });
    },
    async validateAuthorizationCode({ code, codeVerifier, redirectURI }) {
      try {
        return { idToken: await redeem(await find(), client, { code, codeVerifier, redirectURI }) };
      } catch (error) {
        log.error({ err: error, provider: id }, 'no id token for a code');
        return null;
      }
    },
    async getUserInfo({ idToken, expectedIdTokenNonce }) {
      const found = await identify(idToken, expectedIdTokenNonce);
      if (!found) return null;
      const { email, name, trust } = found;
      return { user: { email, name, emailVerified: trust !== 'none' }, data: found };
    },
  };

  async function identify(idToken: string | undefined, nonce: string | undefined): Promise<Identity | null> {
    try {
      if (!idToken || !nonce) throw new Error('There is no id token or no nonce.');
      const there = await find();
      const found = identity(await verifyIdToken(there, client, idToken, nonce), there.issuer);
      if (!found) throw new Error('The id token is of another issuer or organization.');
      return found;
    } catch (error) {
      log.error({ err: error, provider: id }, 'id token refused');
      return null;
    }
  }
}
