import { z } from 'zod';
import {
  allocateBody,
  approveBody,
  declineBody,
  distributeBody,
  overviewQuery,
  reassignBody,
  requestCreditsBody,
  requestsQuery,
  statementQuery,
} from '@/features/credits/input';
import { json, route } from '../define';
import { credits, instant, nextCursor } from '../shared';

const wallet = z
  .object({
    memberId: z.string(),
    balance: credits,
    held: credits,
    free: credits,
    used: credits,
    name: z.string(),
    email: z.string(),
    image: z.string().nullable(),
    role: z.string(),
    department: z.string().nullable(),
  })
  .meta({ id: 'Wallet' });

export const getCreditOverview = route({
  name: 'getCreditOverview',
  method: 'GET',
  path: '/api/teams/{teamId}/credits/overview',
  group: 'Credits',
  summary: 'Pool, wallets, held and spent',
  details: 'The team’s balances, a page of wallets, and what is set aside for invitations.',
  who: 'admin',
  permission: 'credits:read',
  scope: 'credits:read',
  organizationKeys: true,
  query: overviewQuery,
  answers: {
    200: json(
      'Balances in credits',
      z.object({
        balances: z.object({
          issued: credits,
          pool: credits,
          wallets: credits,
          held: credits,
          promised: credits,
          used: credits,
          refunded: credits,
          owed: credits,
        }),
        wallets: z.object({ rows: z.array(wallet), total: z.int(), nextCursor }),
        promises: z.array(
          z.object({ invitationId: z.string(), email: z.string(), amount: credits, expiresAt: instant }),
        ),
      }),
    ),
  },
});

const transfer = z
  .object({
    transferId: z.string(),
    amount: credits,
    fromBalance: credits.nullable(),
    toBalance: credits.nullable(),
    replayed: z.boolean().describe('True: this key has done it before, and nothing moved again'),
  })
  .meta({ id: 'Transfer' });

export const allocateCredits = route({
  name: 'allocateCredits',
  method: 'POST',
  path: '/api/teams/{teamId}/credits/allocate',
  group: 'Credits',
  summary: 'Pool → wallet',
  who: 'admin',
  permission: 'credits:allocate',
  scope: 'credits:write',
  organizationKeys: true,
  body: allocateBody,
  limit: 'write',
  idempotent: true,
  answers: { 200: json('What moved', transfer) },
  errors: ['insufficient_credits', 'conflict'],
});

export const distributeCredits = route({
  name: 'distributeCredits',
  method: 'POST',
  path: '/api/teams/{teamId}/credits/auto-distribute',
  group: 'Credits',
  summary: 'Pool → many wallets at once',
  details:
    'Evenly, or up to a target balance. With `preview` it answers who would get what and moves nothing; send its `expected` to move exactly that or nothing.',
  who: 'admin',
  permission: 'credits:allocate',
  scope: 'credits:write',
  organizationKeys: true,
  body: distributeBody,
  limit: 'write',
  idempotent: true,
  answers: {
    200: json(
      'What would move, or what moved',
      z.union([
        z.object({
          people: z.int(),
          skipped: z.int(),
          total: credits,
          poolBefore: credits,
          poolAfter: credits,
          expected: z.string(),
          rows: z.array(
            z.object({
              memberId: z.string(),
              name: z.string(),
              department: z.string().nullable(),
              before: credits,
              amount: credits,
            }),
          ),
        }),
        z.object({
          operationId: z.string(),
          people: z.int(),
          total: credits,
          poolAfter: credits,
          replayed: z.boolean(),
        }),
      ]),
    ),
  },
  errors: ['insufficient_credits', 'conflict'],
});

export const reassignCredits = route({
  name: 'reassignCredits',
  method: 'POST',
  path: '/api/teams/{teamId}/credits/reassign',
  group: 'Credits',
  summary: 'Wallet → wallet, or back to the pool',
  who: 'admin',
  permission: 'credits:allocate',
  scope: 'credits:write',
  organizationKeys: true,
  body: reassignBody,
  limit: 'write',
  idempotent: true,
  answers: { 200: json('What moved', transfer) },
  errors: ['insufficient_credits', 'conflict'],
});

const line = z
  .object({
    transferId: z.string(),
    version: z.int(),
    at: instant,
    kind: z.string(),
    what: z.string(),
    who: z.string(),
    in: credits.nullable(),
    out: credits.nullable(),
    balance: credits.describe('After this line'),
    note: z.string().nullable(),
    reference: z.object({ type: z.string(), id: z.string() }).nullable(),
    otherMemberId: z.string().nullable(),
  })
  .meta({ id: 'StatementLine' });

export const getStatement = route({
  name: 'getStatement',
  method: 'GET',
  path: '/api/teams/{teamId}/credits/statement',
  group: 'Credits',
  summary: 'Moves of the pool or of a wallet, with the running balance',
  details:
    '`account=pool` is for admins; a wallet is your own unless `member` names another one. `format=csv` streams all of it. An organization’s key says which wallet it means.',
  who: 'member',
  permission: 'credits:read-own',
  scope: 'credits:read',
  organizationKeys: true,
  query: statementQuery,
  answers: {
    200: {
      says: 'A page of lines, the newest first; or all of them as CSV',
      json: z.object({ rows: z.array(line), nextCursor }),
      media: ['text/csv'],
    },
  },
  errors: ['malformed', 'forbidden'],
});

const creditRequest = z
  .object({
    id: z.string(),
    memberId: z.string(),
    amount: credits,
    note: z.string().nullable(),
    status: z.enum(['pending', 'approved', 'declined', 'withdrawn']),
    granted: credits.nullable(),
    answer: z.string().nullable(),
    by: z.string().nullable(),
    at: instant,
    decidedAt: instant.nullable(),
    name: z.string(),
    email: z.string().nullable(),
    image: z.string().nullable(),
    department: z.string().nullable(),
    free: credits,
  })
  .meta({ id: 'CreditRequest' });

export const listCreditRequests = route({
  name: 'listCreditRequests',
  method: 'GET',
  path: '/api/teams/{teamId}/credit-requests',
  group: 'Credits',
  summary: 'Who asks for credits',
  who: 'admin',
  permission: 'credits:read',
  scope: 'credits:read',
  organizationKeys: true,
  query: requestsQuery,
  answers: { 200: json('A page of requests', z.object({ rows: z.array(creditRequest), nextCursor })) },
});

const requestId = z.object({ requestId: z.string() });

export const requestCredits = route({
  name: 'requestCredits',
  method: 'POST',
  path: '/api/teams/{teamId}/credit-requests',
  group: 'Credits',
  summary: 'Ask the team’s admins for credits',
  details: 'One open request at a time.',
  who: 'member',
  permission: 'credits:read-own',
  scope: 'credits:write',
  body: requestCreditsBody,
  limit: 'write',
  answers: { 200: json('The request', requestId) },
  errors: ['conflict'],
});

export const approveCreditRequest = route({
  name: 'approveCreditRequest',
  method: 'POST',
  path: '/api/teams/{teamId}/credit-requests/{id}/approve',
  group: 'Credits',
  summary: 'Give what was asked for, or `amount`',
  details: 'A request is decided once: deciding it again is a conflict and moves nothing.',
  who: 'admin',
  permission: 'credits:allocate',
  scope: 'credits:write',
  organizationKeys: true,
  body: approveBody,
  limit: 'write',
  answers: { 200: json('What was given', requestId.extend({ granted: credits })) },
  errors: ['insufficient_credits', 'conflict'],
});

export const declineCreditRequest = route({
  name: 'declineCreditRequest',
  method: 'POST',
  path: '/api/teams/{teamId}/credit-requests/{id}/decline',
  group: 'Credits',
  summary: 'Say no, with the reason',
  who: 'admin',
  permission: 'credits:allocate',
  scope: 'credits:write',
  organizationKeys: true,
  body: declineBody,
  limit: 'write',
  answers: { 200: json('The request', requestId) },
  errors: ['conflict'],
});

export const withdrawCreditRequest = route({
  name: 'withdrawCreditRequest',
  method: 'POST',
  path: '/api/teams/{teamId}/credit-requests/{id}/withdraw',
  group: 'Credits',
  summary: 'Take your own request back',
  who: 'own',
  permission: 'credits:read-own',
  scope: 'credits:write',
  limit: 'write',
  answers: { 200: json('The request', requestId) },
  errors: ['conflict'],
});
