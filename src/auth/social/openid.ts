/**
 * Talks to an OpenID provider. Its endpoints and keys come from its discovery document, asked for when somebody first needs them:
 * a provider that is away must not keep us from starting. An id token is held against the provider's keys, our client, the nonce of this
 * try and the clock, although it comes straight from the provider.
 */
import { authorizationCodeRequest } from 'better-auth/oauth2';
import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import { SECOND } from '@/lib/time';

const TIMEOUT = 10 * SECOND;

export type Client = { clientId: string; clientSecret: string };

export type OpenIdProvider = {
  issuer: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  keys: JWTVerifyGetKey;
};

const discovered = z.object({
  issuer: z.url(),
  authorization_endpoint: z.url({ protocol: /^https?$/ }),
  token_endpoint: z.url({ protocol: /^https?$/ }),
  jwks_uri: z.url({ protocol: /^https?$/ }),
});

/** Asks once and remembers; a try that failed is not remembered. `address`: of the discovery document. */
export function discover(address: string): () => Promise<OpenIdProvider> {
  let known: Promise<OpenIdProvider> | undefined;
  return () => {
    known ??= ask(address).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}

async function ask(address: string): Promise<OpenIdProvider> {
  const found = discovered.parse(await answerOf(await fetch(address, options({}))));
  const { protocol } = new URL(address);
  for (const url of [found.authorization_endpoint, found.token_endpoint, found.jwks_uri])
    if (new URL(url).protocol !== protocol)
      throw new Error(`${address} names an endpoint that is not ${protocol}`);
  return {
    issuer: found.issuer,
    authorizationEndpoint: found.authorization_endpoint,
    tokenEndpoint: found.token_endpoint,
    keys: createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: TIMEOUT }),
  };
}

/** The code for an id token. Whatever else comes with it, an access token for one, is dropped here: nothing of ours uses it. */
export async function redeem(
  { tokenEndpoint }: OpenIdProvider,
  client: Client,
  given: { code: string; codeVerifier?: string | undefined; redirectURI: string },
): Promise<string> {
  const { body, headers } = await authorizationCodeRequest({ ...given, options: client, tokenEndpoint });
  const answer = await fetch(tokenEndpoint, options({ method: 'POST', body, headers }));
  return z.object({ id_token: z.string() }).parse(await answerOf(answer)).id_token;
}

/**
 * The claims of an id token. Throws for one that is not from this provider, not for this client, not for this try (`nonce`), or too old.
 * The issuer is left to the caller: Microsoft has one for each organization.
 */
export async function verifyIdToken(
  { keys }: OpenIdProvider,
  { clientId }: Client,
  idToken: string,
  nonce: string,
): Promise<JWTPayload> {
  const { payload } = await jwtVerify(idToken, keys, {
    audience: clientId,
    algorithms: ['RS256'],
    requiredClaims: ['iss', 'sub', 'exp', 'nonce'],
    maxTokenAge: '1h',
    clockTolerance: '1m',
  });
  if (payload.nonce !== nonce) throw new Error('The id token is of another try to sign in.');
  if (payload.azp !== undefined && payload.azp !== clientId)
    throw new Error('The id token was made for another client.');
  return payload;
}

/** No redirect is followed: the code and our secret go where discovery said, nowhere else. */
function options(init: RequestInit): RequestInit {
  return { ...init, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) };
}

async function answerOf(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${new URL(response.url).host} answered ${response.status}`);
  return response.json();
}
