import { z } from 'zod';
import {
  chooseVersionInput,
  editInput,
  patchPictureInput,
  pictureFileQuery,
  verdictInput,
} from '@/features/headshots/input';
import { file, json, route } from '../define';
import { credits, deletion } from '../shared';
import { picture, version } from './picture-shapes';

const own = { permission: 'generation:own', group: 'Pictures', who: 'own' } as const;
const PICTURE = '/api/teams/{teamId}/headshots/{id}/pictures/{pictureId}';

export const getPicture = route({
  ...own,
  name: 'getPicture',
  method: 'GET',
  path: PICTURE,
  summary: 'One picture',
  scope: 'headshots:read',
  answers: { 200: json('The picture', picture) },
});

export const changePicture = route({
  ...own,
  name: 'changePicture',
  method: 'PATCH',
  path: PICTURE,
  summary: 'Mark a picture as a favourite',
  scope: 'headshots:write',
  body: patchPictureInput,
  limit: 'write',
  answers: { 200: json('The picture', picture) },
});

export const deletePicture = route({
  ...own,
  name: 'deletePicture',
  method: 'DELETE',
  path: PICTURE,
  summary: 'Delete a picture',
  details: 'Gone at once; the files are purged within minutes.',
  scope: 'headshots:write',
  limit: 'write',
  answers: { 200: json('The deletion', z.object({ deletion })) },
  errors: ['conflict'],
});

export const judgePicture = route({
  ...own,
  name: 'judgePicture',
  method: 'PUT',
  path: `${PICTURE}/verdict`,
  summary: 'Say whether a picture looks like you',
  details:
    '`not_me` answers what was decided: the picture is gone and its credits are back, or both stay and `message` says why. Null takes the answer back.',
  scope: 'headshots:write',
  body: verdictInput,
  limit: 'write',
  answers: {
    200: json(
      'What was decided',
      z.union([
        z.object({
          verdict: z.literal('not_me'),
          decision: z.enum(['refund', 'limit', 'late']),
          credits,
          message: z.string().nullable(),
        }),
        z.object({ verdict: z.literal('like_me').nullable() }),
      ]),
    ),
  },
  errors: ['conflict'],
});

export const previewEdit = route({
  ...own,
  name: 'previewEdit',
  method: 'POST',
  path: `${PICTURE}/preview`,
  summary: 'A small picture of an edit',
  details: 'Header `X-Crop-Box`: left, top, width and height of the frame, px of the picture as it was made.',
  scope: 'headshots:write',
  body: editInput,
  limit: 'preview',
  answers: { 200: file('The picture', 'image/jpeg', 'image/png', 'image/webp') },
  errors: ['unavailable'],
});

const versions = z.object({
  versions: z.array(version),
  current: z.string().nullable(),
  original: z.object({ url: z.string(), thumbnailUrl: z.string(), width: z.int(), height: z.int() }),
});

export const listVersions = route({
  ...own,
  name: 'listVersions',
  method: 'GET',
  path: `${PICTURE}/versions`,
  summary: 'The saved edits of a picture',
  details: 'The first one first, and the picture as it was made.',
  scope: 'headshots:read',
  answers: { 200: json('The edits', versions) },
});

export const saveEdit = route({
  ...own,
  name: 'saveEdit',
  method: 'POST',
  path: `${PICTURE}/versions`,
  summary: 'Save an edit',
  details: 'Free of credits; it is shown from now on.',
  scope: 'headshots:write',
  body: editInput,
  limit: 'edit',
  idempotent: true,
  answers: { 200: json('This key has saved it before', version), 201: json('The edit', version) },
  errors: ['conflict', 'unavailable'],
});

export const chooseVersion = route({
  ...own,
  name: 'chooseVersion',
  method: 'PUT',
  path: `${PICTURE}/versions/current`,
  summary: 'Show a saved edit, or the picture as it was made',
  scope: 'headshots:write',
  body: chooseVersionInput,
  limit: 'write',
  answers: { 200: json('The edits', versions) },
});

export const getPictureFile = route({
  name: 'getPictureFile',
  method: 'GET',
  path: '/api/files/pictures/{id}/{variant}',
  group: 'Pictures',
  summary: 'The file of a picture: `picture` or `thumbnail`',
  details:
    '`version=original` as it was made, with an id as it was saved then; without it as it is shown. On Free with the visible mark.',
  who: 'own',
  scope: 'headshots:read',
  query: pictureFileQuery,
  answers: { 200: file('The picture', 'image/jpeg', 'image/png', 'image/webp') },
  errors: ['not_found'],
});
