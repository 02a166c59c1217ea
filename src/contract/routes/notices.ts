import { z } from 'zod';
import { listNoticesInput, readNoticesInput } from '@/features/notifications/notice-input';
import { file, json, route } from '../define';
import { instant, nextCursor } from '../shared';

const notice = z
  .object({
    id: z.string(),
    type: z.string(),
    title: z.string(),
    body: z.string(),
    href: z.string().nullable(),
    read: z.boolean(),
    createdAt: instant,
  })
  .meta({ id: 'Notice' });

export const listNotices = route({
  name: 'listNotices',
  method: 'GET',
  path: '/api/teams/{teamId}/notices',
  group: 'Notices',
  summary: 'Your notices, the newest first',
  who: 'member',
  permission: 'notices:own',
  scope: 'notices:read',
  query: listNoticesInput,
  answers: {
    200: json('A page of notices', z.object({ notices: z.array(notice), unread: z.int(), nextCursor })),
  },
  errors: ['malformed'],
});

export const readNotices = route({
  name: 'readNotices',
  method: 'PATCH',
  path: '/api/teams/{teamId}/notices',
  group: 'Notices',
  summary: 'Mark notices as read',
  details: 'All of them; with `ids` only those.',
  who: 'member',
  permission: 'notices:own',
  scope: 'notices:write',
  body: readNoticesInput,
  limit: 'write',
  answers: { 200: json('How many are unread', z.object({ unread: z.int() })) },
});

export const streamEvents = route({
  name: 'streamEvents',
  method: 'GET',
  path: '/api/teams/{teamId}/events',
  group: 'Notices',
  summary: 'Live events of the team',
  details: 'Server-sent events; reconnecting with `Last-Event-ID` resumes.',
  who: 'member',
  permission: 'team:read',
  scope: 'notices:read',
  answers: { 200: file('Events as they happen', 'text/event-stream') },
});
