import { z } from 'zod';
import { deleteAccountInput } from '@/features/account/deletion-input';
import { acceptConsentInput, listDeletionsInput } from '@/features/privacy/input';
import { LANGUAGES } from '@/texts/languages';
import { file, json, route } from '../define';
import { deletion, instant, nextCursor } from '../shared';

const consent = z
  .object({
    id: z.string(),
    policyVersion: z.string(),
    language: z.enum(LANGUAGES),
    textHash: z.string(),
    acceptedAt: instant,
    withdrawnAt: instant.nullable(),
  })
  .meta({ id: 'Consent' });

const own = { group: 'Consent and deletion', who: 'member', permission: 'consent:own' } as const;

export const getConsents = route({
  ...own,
  name: 'getConsents',
  method: 'GET',
  path: '/api/teams/{teamId}/consents',
  summary: 'The text of today and your consents in this team',
  scope: 'photos:read',
  answers: {
    200: json(
      'The text, the consent that stands, and all of them',
      z.object({
        policy: z.object({
          version: z.string(),
          language: z.enum(LANGUAGES),
          teamName: z.string(),
          sections: z.array(z.object({ title: z.string(), text: z.string() })),
          attestations: z.object({ adult: z.string(), ownPhotos: z.string() }),
          textHash: z.string(),
        }),
        standing: consent.nullable(),
        consents: z.array(consent),
      }),
    ),
  },
});

export const acceptConsent = route({
  ...own,
  name: 'acceptConsent',
  method: 'POST',
  path: '/api/teams/{teamId}/consents',
  summary: 'Accept the text of today',
  details:
    'Version and hash are those of the text that was shown. A person does this, signed in: no key can.',
  body: acceptConsentInput,
  limit: 'write',
  answers: { 201: json('The consent', consent) },
  errors: ['conflict'],
});

export const withdrawConsent = route({
  ...own,
  name: 'withdrawConsent',
  method: 'DELETE',
  path: '/api/teams/{teamId}/consents',
  summary: 'Withdraw your consent',
  details:
    'Running pictures stop and are not charged; photos and face measurements are deleted. A person does this, signed in: no key can.',
  limit: 'write',
  answers: {
    200: json(
      'What was stopped and is being deleted',
      z.object({ consents: z.int(), stopped: z.int(), deletions: z.array(deletion) }),
    ),
  },
});

export const listDeletions = route({
  name: 'listDeletions',
  method: 'GET',
  path: '/api/account/deletions',
  group: 'Consent and deletion',
  summary: 'What you asked to delete',
  who: 'person',
  details: 'The newest first.',
  scope: 'photos:read',
  query: listDeletionsInput,
  answers: { 200: json('A page of deletions', z.object({ deletions: z.array(deletion), nextCursor })) },
});

export const getDeletion = route({
  name: 'getDeletion',
  method: 'GET',
  path: '/api/account/deletions/{id}',
  group: 'Consent and deletion',
  summary: 'How far a deletion is; once it is done, its receipt',
  who: 'own',
  scope: 'photos:read',
  answers: { 200: json('The deletion', deletion) },
  errors: ['not_found'],
});

export const exportMyData = route({
  name: 'exportMyData',
  method: 'GET',
  path: '/api/account/export',
  group: 'Consent and deletion',
  summary: 'Your pictures and all that is written about you, as a ZIP',
  details:
    '`data.json` has the records, `pictures.json` says what each picture is. A person does this, signed in: no key can.',
  who: 'person',
  limit: 'export',
  answers: { 200: file('The ZIP', 'application/zip') },
});

export const deleteAccount = route({
  name: 'deleteAccount',
  method: 'DELETE',
  path: '/api/account',
  group: 'Consent and deletion',
  summary: 'Delete your account and everything about you',
  details:
    'For good. Photos, pictures, links and backdrops disappear at once, their files within 15 minutes; memberships end, and a team of one ends with you, with its plan and its unspent credits. The address is typed once more. `proof` is a code of the authenticator app or a backup code where two-step sign-in is on, else the password; without either you must have signed in within a day. 409 with `details.reason`: `last_owner` while others are in a team that you alone own, `unspent_credits` until you say that you give up credits that were paid for, `demo`. A person does this, signed in: no key can.',
  who: 'person',
  body: deleteAccountInput,
  limit: 'write',
  answers: {
    200: json('The account is gone; its receipt', z.object({ receipt: z.string(), receiptUrl: z.string() })),
  },
  errors: ['conflict'],
});

export const getAccountReceipt = route({
  name: 'getAccountReceipt',
  method: 'GET',
  path: '/api/account/receipts/{token}',
  group: 'Consent and deletion',
  summary: 'The receipt of a deleted account',
  details: 'For whoever has its link. It names nobody.',
  who: 'everyone',
  limit: 'verify',
  answers: {
    200: json(
      'How far it is, and what went',
      z.object({
        id: z.string(),
        userId: z.string().describe('What the account was called inside'),
        status: z.enum(['purging', 'done']),
        requestedAt: instant,
        doneAt: instant.nullable(),
        counts: z.record(z.string(), z.int()),
        deletions: z.array(deletion),
      }),
    ),
  },
  errors: ['not_found'],
});
