import { z } from 'zod';
import { sharedFileQuery } from '@/features/headshots/input';
import { file, json, route } from '../define';
import { instant } from '../shared';

const link = z
  .object({ url: z.string(), expiresAt: instant, expired: z.boolean() })
  .meta({ id: 'PictureLink', description: 'A page on which anybody sees one picture' });

const own = { permission: 'generation:own', group: 'Pictures', who: 'own' } as const;
const LINK = '/api/teams/{teamId}/headshots/{id}/pictures/{pictureId}/link';

export const getLink = route({
  ...own,
  name: 'getLink',
  method: 'GET',
  path: LINK,
  summary: 'The link of a picture',
  scope: 'headshots:read',
  answers: { 200: json('The link, null when there is none', z.object({ link: link.nullable() })) },
});

export const sharePicture = route({
  ...own,
  name: 'sharePicture',
  method: 'PUT',
  path: LINK,
  summary: 'Make or renew the link of a picture',
  details: 'For seven days from now. Renewed, it keeps its address.',
  scope: 'headshots:write',
  limit: 'write',
  answers: { 200: json('The link', z.object({ link })) },
});

export const endLink = route({
  ...own,
  name: 'endLink',
  method: 'DELETE',
  path: LINK,
  summary: 'End the link of a picture for good',
  scope: 'headshots:write',
  limit: 'write',
  answers: { 200: json('There is none', z.object({ link: z.null() })) },
});

export const getSharedFile = route({
  name: 'getSharedFile',
  method: 'GET',
  path: '/api/files/shared/{id}',
  group: 'Pictures',
  summary: 'The file behind a link',
  details: 'By the address on the page of the link, which ends after ten minutes.',
  who: 'everyone',
  query: sharedFileQuery,
  answers: { 200: file('The picture', 'image/jpeg', 'image/png') },
  errors: ['not_found'],
});
