/**
 * A small OpenID provider over HTTP, as Google or Microsoft answers: discovery, sign-in, tokens, keys. It refuses what they would
 * refuse (PKCE, the client's secret, a code used twice, another redirect), and it misbehaves as a test asks. Whoever comes to its sign-in is
 * `person` and agrees at once.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const CLIENT = { id: 'headcraft-client', secret: 'headcraft-secret' };

export type Mischief = {
  /** The person says no. */
  cancel?: boolean;
  /** Sent back instead of the state that came. */
  state?: string;
  /** Over the claims of the id token; undefined leaves one out. */
  claims?: Record<string, unknown>;
  /** Signed with a key that is not in the published ones. */
  foreignKey?: boolean;
  /** The token endpoint's answer. */
  tokenStatus?: number;
};

type Grant = { redirect: string; challenge: string; claims: Record<string, unknown>; mischief: Mischief };

export type OpenIdStandIn = {
  url: string;
  /** Claims of whoever signs in next: `sub` for Google, `tid` and `oid` for Microsoft. */
  person: Record<string, unknown>;
  /** For the next sign-in alone. */
  mischief: Mischief;
  /** The parameters of each sign-in that was begun. */
  asked: URLSearchParams[];
  /** Discovery answers 503 while it is set. */
  down: boolean;
  close(): Promise<void>;
};

export async function startOpenIdProvider(port = 0): Promise<OpenIdStandIn> {
  const [ours, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const keys = { keys: [{ ...(await exportJWK(ours.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] };
  const grants = new Map<string, Grant>();
  const standIn: OpenIdStandIn = {
    url: '',
    person: { sub: 'person-1', email: 'nora@gmail.com', email_verified: true, name: 'Nora Lindqvist' },
    mischief: {},
    asked: [],
    down: false,
    close: async () => {},
  };

  function discovery(tenant: string | undefined) {
    const shared = tenant && /^(common|organizations|consumers)$/.test(tenant);
    return {
      issuer: tenant ? `${standIn.url}/${shared ? '{tenantid}' : tenant}/v2.0` : standIn.url,
      authorization_endpoint: `${standIn.url}/authorize`,
      token_endpoint: `${standIn.url}/token`,
      jwks_uri: `${standIn.url}/keys`,
    };
  }

  /** Sends the browser back with a code, or with what went wrong. */
  function authorize(query: URLSearchParams): string {
    for (const name of ['state', 'nonce', 'code_challenge', 'redirect_uri'])
      if (!query.get(name)) throw new Error(`${name} is missing`);
    if (query.get('client_id') !== CLIENT.id) throw new Error('unknown client');
    if (query.get('response_type') !== 'code' || query.get('code_challenge_method') !== 'S256')
      throw new Error('only codes with S256');
    if (!query.get('scope')?.split(' ').includes('openid')) throw new Error('no openid scope');
    standIn.asked.push(query);
    const { mischief } = standIn;
    standIn.mischief = {};
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('state', mischief.state ?? query.get('state') ?? '');
    if (mischief.cancel) {
      back.searchParams.set('error', 'access_denied');
      back.searchParams.set('error_description', 'The person said no.');
      return back.href;
    }
    const code = randomUUID();
    const { tid } = standIn.person;
    grants.set(code, {
      redirect: query.get('redirect_uri') ?? '',
      challenge: query.get('code_challenge') ?? '',
      mischief,
      claims: {
        iss: typeof tid === 'string' ? `${standIn.url}/${tid}/v2.0` : standIn.url,
        aud: CLIENT.id,
        nonce: query.get('nonce'),
        iat: Math.floor(Date.now() / 1000),
        exp: Math.floor(Date.now() / 1000) + 3600,
        ...standIn.person,
        ...mischief.claims,
      },
    });
    back.searchParams.set('code', code);
    return back.href;
  }

  async function redeem(form: URLSearchParams): Promise<[number, object]> {
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    if (form.get('client_id') !== CLIENT.id || form.get('client_secret') !== CLIENT.secret)
      return [401, { error: 'invalid_client' }];
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!grant || grant.redirect !== form.get('redirect_uri') || grant.challenge !== challenge)
      return [400, { error: 'invalid_grant' }];
    if (grant.mischief.tokenStatus) return [grant.mischief.tokenStatus, { error: 'server_error' }];
    const key = grant.mischief.foreignKey ? foreign.privateKey : ours.privateKey;
    const id_token = await new SignJWT(grant.claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign(key);
    const secrets = { access_token: 'access-secret', refresh_token: 'refresh-secret' };
    return [200, { token_type: 'Bearer', expires_in: 3600, scope: 'openid email', id_token, ...secrets }];
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', standIn.url);
    const json = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const described = /^(?:\/([\w.-]+)\/v2\.0)?\/\.well-known\/openid-configuration$/.exec(pathname);
    if (described) return void (standIn.down ? json(503, {}) : json(200, discovery(described[1])));
    if (pathname === '/keys') return void json(200, keys);
    if (pathname === '/authorize')
      return void response.writeHead(302, { location: authorize(searchParams) }).end();
    if (pathname !== '/token' || request.method !== 'POST') return void json(404, {});
    let body = '';
    for await (const chunk of request) body += chunk;
    json(...(await redeem(new URLSearchParams(body))));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(400).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  standIn.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  standIn.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return standIn;
}

/** What points the product at it, as Google and as Microsoft. */
export function openIdVariables({ url }: OpenIdStandIn): Record<string, string> {
  return {
    GOOGLE_CLIENT_ID: CLIENT.id,
    GOOGLE_CLIENT_SECRET: CLIENT.secret,
    GOOGLE_BASE_URL: url,
    MICROSOFT_CLIENT_ID: CLIENT.id,
    MICROSOFT_CLIENT_SECRET: CLIENT.secret,
    MICROSOFT_BASE_URL: url,
  };
}
