import { z } from 'zod';
import { listKeysInput, organizationKeyInput, tokenInput } from '@/features/api-keys/input';
import { SCOPE_NAMES } from '@/lib/scopes';
import { json, NOTHING, route } from '../define';
import { instant, nextCursor } from '../shared';

const key = z
  .object({
    id: z.string(),
    name: z.string(),
    start: z.string().describe('The first characters of the secret'),
    scopes: z.array(z.enum(SCOPE_NAMES)),
    state: z.enum(['live', 'expired', 'revoked']),
    createdAt: instant,
    lastUsedAt: instant.nullable().describe('At most a minute old'),
    expiresAt: instant.nullable(),
    revokedAt: instant.nullable(),
    madeBy: z.string().nullable(),
  })
  .meta({ id: 'ApiKey' });

const page = z.object({ keys: z.array(key), nextCursor });
const made = z.object({ id: z.string(), secret: z.string().describe('Answered this once') });

const ofTeam = { group: 'API keys', who: 'admin', permission: 'api-keys:manage' } as const;
const ofPerson = { group: 'API keys', who: 'person' } as const;

export const listOrganizationKeys = route({
  ...ofTeam,
  name: 'listOrganizationKeys',
  method: 'GET',
  path: '/api/teams/{teamId}/api-keys',
  summary: 'Keys of the team',
  details: 'The newest first, those that ended too. A person does this, signed in: no key can.',
  query: listKeysInput,
  answers: { 200: json('A page of keys', page) },
});

export const makeOrganizationKey = route({
  ...ofTeam,
  name: 'makeOrganizationKey',
  method: 'POST',
  path: '/api/teams/{teamId}/api-keys',
  summary: 'Make a key of the team',
  details: 'A person does this, signed in: no key can.',
  body: organizationKeyInput,
  limit: 'write',
  answers: { 201: json('The key and its secret', made) },
  errors: ['conflict'],
});

export const revokeOrganizationKey = route({
  ...ofTeam,
  name: 'revokeOrganizationKey',
  method: 'DELETE',
  path: '/api/teams/{teamId}/api-keys/{id}',
  summary: 'Revoke a key of the team',
  details: 'It stops working at once. A person does this, signed in: no key can.',
  limit: 'write',
  answers: { 204: NOTHING },
});

export const listTokens = route({
  ...ofPerson,
  name: 'listTokens',
  method: 'GET',
  path: '/api/account/tokens',
  summary: 'Your personal tokens',
  details: 'The newest first, those that ended too. A person does this, signed in: no key can.',
  query: listKeysInput,
  answers: { 200: json('A page of tokens', page) },
});

export const makeToken = route({
  ...ofPerson,
  name: 'makeToken',
  method: 'POST',
  path: '/api/account/tokens',
  summary: 'Make a personal token',
  details: 'It acts as you, within its scopes. A person does this, signed in: no key can.',
  body: tokenInput,
  limit: 'write',
  answers: { 201: json('The token and its secret', made) },
  errors: ['conflict'],
});

export const revokeToken = route({
  ...ofPerson,
  who: 'own',
  name: 'revokeToken',
  method: 'DELETE',
  path: '/api/account/tokens/{id}',
  summary: 'Revoke a personal token',
  details: 'It stops working at once. A person does this, signed in: no key can.',
  limit: 'write',
  answers: { 204: NOTHING },
  errors: ['not_found'],
});
