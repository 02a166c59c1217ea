import { z } from 'zod';
import { file, json, route } from '../define';
import { deletion, instant } from '../shared';

const backdrop = z
  .object({ id: z.string(), url: z.string(), createdAt: instant })
  .meta({ id: 'Backdrop', description: 'A picture of your own to stand before' });

const own = { permission: 'generation:own', group: 'Pictures' } as const;
const BACKDROPS = '/api/teams/{teamId}/backdrops';

export const listBackdrops = route({
  ...own,
  name: 'listBackdrops',
  method: 'GET',
  path: BACKDROPS,
  summary: 'Your own backdrops',
  details: 'The first one first. An edit names one by its id.',
  who: 'member',
  scope: 'headshots:read',
  answers: { 200: json('The backdrops', z.object({ backdrops: z.array(backdrop) })) },
});

export const addBackdrop = route({
  ...own,
  name: 'addBackdrop',
  method: 'POST',
  path: BACKDROPS,
  summary: 'Add a backdrop of your own',
  details: 'The raw bytes: up to 8 MB, 600 px or more on the short side. Six a person and team.',
  who: 'member',
  scope: 'headshots:write',
  limit: 'upload',
  upload: ['image/jpeg', 'image/png', 'image/webp', 'image/heic'],
  answers: { 200: json('This file is there already', backdrop), 201: json('The backdrop', backdrop) },
  errors: ['conflict', 'too_large', 'unsupported_type', 'invalid', 'unavailable'],
});

export const deleteBackdrop = route({
  ...own,
  name: 'deleteBackdrop',
  method: 'DELETE',
  path: `${BACKDROPS}/{id}`,
  summary: 'Remove a backdrop of your own',
  details: 'Gone at once; the files are purged within minutes. Edits that were saved with it stay.',
  who: 'own',
  scope: 'headshots:write',
  limit: 'write',
  answers: { 200: json('The deletion', z.object({ deletion })) },
});

export const getBackdropFile = route({
  name: 'getBackdropFile',
  method: 'GET',
  path: '/api/files/backdrops/{id}',
  group: 'Pictures',
  summary: 'A small square of a backdrop of your own',
  who: 'own',
  scope: 'headshots:read',
  answers: { 200: file('The square', 'image/jpeg') },
  errors: ['not_found'],
});
