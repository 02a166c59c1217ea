import { z } from 'zod';
import { grantUploadInput, photoSetChange } from '@/features/uploads/input';
import { file, json, route } from '../define';
import { deletion, instant } from '../shared';

const photo = z
  .object({
    id: z.string(),
    clientKey: z.string(),
    name: z.string(),
    status: z.enum(['checking', 'accepted', 'warned', 'rejected']),
    findings: z.array(
      z.object({
        check: z.string(),
        level: z.enum(['warn', 'reject']),
        value: z.number(),
        label: z.string(),
        message: z.string(),
        detail: z.string(),
      }),
    ),
    width: z.int().nullable(),
    height: z.int().nullable(),
    thumbnailUrl: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Photo', description: 'A selfie and its verdict' });

const frames = z.object({ frames: z.int(), shortSide: z.int() });

const photoSet = z
  .object({
    id: z.string().nullable(),
    name: z.string().nullable(),
    status: z.enum(['empty', 'open', 'submitted']),
    photos: z.array(photo),
    good: z.int(),
    warned: z.int(),
    rejected: z.int(),
    checking: z.int(),
    usable: z.int(),
    min: z.int(),
    max: z.int(),
    blocked: z.string().nullable().describe('Why it cannot be submitted yet'),
    advice: z.array(z.object({ key: z.string(), label: z.string(), met: z.boolean() })),
    serves: z.object({ '1:1': frames, '3:4': frames, '4:5': frames }),
    submittedAt: instant.nullable(),
    deletesAt: instant.nullable(),
    retentionDays: z.int(),
  })
  .meta({ id: 'PhotoSet' });

const setList = z.object({
  sets: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable(),
      current: z.boolean(),
      photos: z.int(),
      usable: z.int(),
      thumbnailUrls: z.array(z.string()),
      createdAt: instant,
      deletesAt: instant,
      inUse: z.boolean(),
    }),
  ),
});

const submitted = z.object({ photoSetId: z.string() });

const own = { permission: 'uploads:own', group: 'Photos' } as const;

export const getUploads = route({
  ...own,
  name: 'getUploads',
  method: 'GET',
  path: '/api/teams/{teamId}/uploads',
  summary: 'Your current set of selfies',
  details: 'Photos with verdicts, advice, what is missing, what the set can serve.',
  who: 'member',
  scope: 'photos:read',
  answers: { 200: json('The set', photoSet) },
});

export const addPhoto = route({
  ...own,
  name: 'addPhoto',
  method: 'POST',
  path: '/api/teams/{teamId}/uploads',
  summary: 'Add one selfie',
  details:
    'The raw bytes, or field `file` of a form. `x-client-key` names it: the same key never makes a double. `x-file-name` is its name, percent-encoded.',
  who: 'member',
  scope: 'photos:write',
  limit: 'upload',
  upload: ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'multipart/form-data'],
  answers: {
    200: json('This key has been sent before', photo),
    201: json('The photo and its verdict', photo),
  },
  errors: ['malformed', 'forbidden', 'conflict', 'too_large', 'unsupported_type', 'invalid', 'unavailable'],
});

export const grantUpload = route({
  ...own,
  name: 'grantUpload',
  method: 'POST',
  path: '/api/teams/{teamId}/uploads/direct',
  summary: 'How to send one photo',
  details: 'Straight to the store where there is one, else as the body of `POST …/uploads`.',
  who: 'member',
  scope: 'photos:write',
  body: grantUploadInput,
  limit: 'upload',
  answers: {
    200: json(
      'Which way to send it',
      z.discriminatedUnion('way', [
        z.object({ way: z.literal('here') }),
        z.object({
          way: z.literal('direct'),
          uploadId: z.string(),
          url: z.string(),
          headers: z.record(z.string(), z.string()),
          expiresAt: instant,
        }),
        z.object({ way: z.literal('done'), photo }),
      ]),
    ),
  },
  errors: ['conflict', 'too_large', 'unsupported_type', 'unavailable'],
});

export const takeUpload = route({
  ...own,
  name: 'takeUpload',
  method: 'POST',
  path: '/api/teams/{teamId}/uploads/direct/{id}',
  summary: 'The photo has been sent to the store',
  who: 'own',
  scope: 'photos:write',
  limit: 'write',
  answers: { 200: json('It was taken before', photo), 201: json('The photo and its verdict', photo) },
  errors: ['conflict', 'too_large', 'unsupported_type', 'invalid', 'unavailable'],
});

export const deletePhoto = route({
  ...own,
  name: 'deletePhoto',
  method: 'DELETE',
  path: '/api/teams/{teamId}/uploads/{id}',
  summary: 'Delete a selfie',
  who: 'own',
  scope: 'photos:write',
  limit: 'write',
  answers: { 200: json('The deletion', deletion) },
  errors: ['conflict'],
});

export const listPhotoSets = route({
  ...own,
  name: 'listPhotoSets',
  method: 'GET',
  path: '/api/teams/{teamId}/photo-sets',
  summary: 'Your sets, to choose among',
  who: 'member',
  scope: 'photos:read',
  answers: { 200: json('The sets', setList) },
});

export const submitCurrentPhotoSet = route({
  ...own,
  name: 'submitCurrentPhotoSet',
  method: 'POST',
  path: '/api/teams/{teamId}/photo-sets',
  summary: 'Submit your set, whichever it is',
  who: 'member',
  scope: 'photos:write',
  limit: 'write',
  answers: { 200: json('The set', submitted) },
  errors: ['invalid', 'conflict'],
});

export const getPhotoSet = route({
  ...own,
  name: 'getPhotoSet',
  method: 'GET',
  path: '/api/teams/{teamId}/photo-sets/{id}',
  summary: 'One set',
  who: 'own',
  scope: 'photos:read',
  answers: { 200: json('The set', photoSet) },
});

export const changePhotoSet = route({
  ...own,
  name: 'changePhotoSet',
  method: 'PATCH',
  path: '/api/teams/{teamId}/photo-sets/{id}',
  summary: 'Name a set, choose it, or put it aside',
  who: 'own',
  scope: 'photos:write',
  body: photoSetChange,
  limit: 'write',
  answers: { 200: json('All sets', setList) },
  errors: ['conflict'],
});

export const deletePhotoSet = route({
  ...own,
  name: 'deletePhotoSet',
  method: 'DELETE',
  path: '/api/teams/{teamId}/photo-sets/{id}',
  summary: 'Delete a set with its photos',
  who: 'own',
  scope: 'photos:write',
  limit: 'write',
  answers: { 200: json('The deletion', deletion) },
  errors: ['conflict'],
});

export const submitPhotoSet = route({
  ...own,
  name: 'submitPhotoSet',
  method: 'POST',
  path: '/api/teams/{teamId}/photo-sets/{id}/submit',
  summary: 'Submit a set: from now on it makes pictures',
  who: 'own',
  scope: 'photos:write',
  limit: 'write',
  answers: { 200: json('The set', submitted) },
  errors: ['invalid', 'conflict'],
});

const handover = z.object({ id: z.string(), state: z.enum(['waiting', 'open']), expiresAt: instant });

export const getHandover = route({
  ...own,
  name: 'getHandover',
  method: 'GET',
  path: '/api/teams/{teamId}/handovers',
  summary: 'Whether a phone is connected',
  who: 'member',
  scope: 'photos:read',
  answers: { 200: json('The link that waits or is open', z.object({ handover: handover.nullable() })) },
});

export const startHandover = route({
  ...own,
  name: 'startHandover',
  method: 'POST',
  path: '/api/teams/{teamId}/handovers',
  summary: 'A link for your phone',
  details: 'The one before stops working.',
  who: 'member',
  scope: 'photos:write',
  limit: 'handover',
  answers: {
    200: json(
      'The link and its QR code',
      handover.extend({ url: z.string(), qr: z.object({ size: z.int(), path: z.string() }) }),
    ),
  },
  errors: ['conflict', 'forbidden'],
});

export const endHandover = route({
  ...own,
  name: 'endHandover',
  method: 'DELETE',
  path: '/api/teams/{teamId}/handovers',
  summary: 'Disconnect the phone',
  who: 'member',
  scope: 'photos:write',
  limit: 'write',
  answers: { 200: json('How many links ended', z.object({ ended: z.int() })) },
});

export const getPhotoFile = route({
  name: 'getPhotoFile',
  method: 'GET',
  path: '/api/files/photos/{id}/{variant}',
  group: 'Photos',
  summary: 'The file of a selfie: `thumbnail` or `working`',
  who: 'own',
  scope: 'photos:read',
  answers: { 200: file('The picture', 'image/jpeg') },
  errors: ['not_found'],
});
