import { z } from 'zod';
import { QUALITIES } from '@/features/billing/price-list';
import { chatInput } from '@/features/generation/chat/input';
import { ASPECTS, estimateInput, generateBody, listGenerationsInput } from '@/features/generation/input';
import { preferencesSchema } from '@/features/generation/preferences/input';
import {
  batchInput,
  downloadInput,
  downloadManyInput,
  patchGenerationInput,
} from '@/features/headshots/input';
import { file, json, route } from '../define';
import { credits, deletion, instant, nextCursor, tier } from '../shared';
import { picture } from './picture-shapes';

const aspect = z.enum(ASPECTS);
const quality = z.enum(QUALITIES);
const seconds = z.object({ low: z.number(), high: z.number() }).describe('Seconds, from and to');

const wishNotes = z.array(
  z.object({ field: z.string(), values: z.array(z.string()).optional(), why: z.string() }),
);
const engine = z.object({
  name: z.enum(['studio', 'openai', 'replicate']),
  limits: z.array(z.string()),
  variations: z.string(),
  wishLimits: wishNotes.describe('Refused, and why'),
  wishBounds: wishNotes.describe(
    'Met as far as the photos allow; a picture that got less says so in `shortOf`',
  ),
  finishesSelfie: z.boolean(),
});
const style = z.object({
  id: z.string(),
  version: z.int().describe('To be sent as `styleVersion` with the request that follows'),
  name: z.string(),
  category: z.string(),
  description: z.string(),
  does: z.string(),
  example: z.string(),
  premium: z.boolean(),
  surcharge: credits,
  engine,
  comesWith: tier,
});
const offeredQuality = z.object({ id: quality, shortSide: z.int(), credits, comesWith: tier });
const variations = z.object({ min: z.int(), max: z.int(), comesWith: z.array(tier) });
const lock = z.object({
  entitlement: z.enum(['quality', 'variations', 'styles']),
  needs: tier,
  message: z.string(),
});
const locked = lock.nullable().describe('What the team’s tier lacks for it');

const config = {
  aspects: z.array(aspect),
  priceVersion: z.string(),
  engine,
};

export const getHeadshotConfig = route({
  name: 'getHeadshotConfig',
  method: 'GET',
  path: '/api/headshots/config',
  group: 'Headshots',
  summary: 'Styles, shapes, sizes and prices',
  who: 'everyone',
  answers: {
    200: json(
      'What can be ordered',
      z.object({ ...config, styles: z.array(style), qualities: z.array(offeredQuality), variations }),
    ),
  },
});

export const getTeamHeadshotConfig = route({
  name: 'getTeamHeadshotConfig',
  method: 'GET',
  path: '/api/teams/{teamId}/headshots/config',
  group: 'Headshots',
  summary: 'The same for a team',
  details: 'With what its tier lacks, and how its pictures are delivered and kept.',
  who: 'member',
  permission: 'generation:own',
  scope: 'headshots:read',
  answers: {
    200: json(
      'What the team can order',
      z.object({
        ...config,
        tier,
        styles: z.array(style.extend({ locked })),
        qualities: z.array(offeredQuality.extend({ locked })),
        variations: variations.extend({ allowed: z.int(), locked }),
        delivery: z.object({
          watermark: z.boolean(),
          pictureDays: z.int().nullable(),
          proUntil: instant.nullable(),
        }),
      }),
    ),
  },
});

const price = z.object({
  each: credits,
  total: credits,
  version: z.string(),
  styleVersion: z.int().describe('To be sent along with the request that follows'),
  seconds,
  needs: tier,
});

export const estimateHeadshots = route({
  name: 'estimateHeadshots',
  method: 'POST',
  path: '/api/headshots/estimate',
  group: 'Headshots',
  summary: 'The exact price of a request, and how long it usually takes',
  who: 'everyone',
  body: estimateInput,
  limit: 'write',
  answers: { 200: json('The price', price) },
});

export const estimateTeamHeadshots = route({
  name: 'estimateTeamHeadshots',
  method: 'POST',
  path: '/api/teams/{teamId}/headshots/estimate',
  group: 'Headshots',
  summary: 'The same for a team, with what its tier lacks for it',
  who: 'member',
  permission: 'generation:own',
  scope: 'headshots:read',
  body: estimateInput,
  limit: 'write',
  answers: { 200: json('The price', price.extend({ tier, locked: z.array(lock) })) },
});

export const startGeneration = route({
  name: 'startGeneration',
  method: 'POST',
  path: '/api/teams/{teamId}/headshots/generate',
  group: 'Headshots',
  summary: 'Start a generation',
  details:
    'Holds the price in your wallet; only pictures that are accepted are charged, the rest returns by itself.',
  who: 'own',
  permission: 'generation:own',
  scope: 'headshots:write',
  body: generateBody,
  limit: 'generate',
  idempotent: true,
  answers: Object.fromEntries(
    [
      [200, 'This key has started it before'],
      [201, 'The generation; `Location` is where to look'],
    ].map(([status, says]) => [
      status,
      json(
        String(says),
        z.object({
          id: z.string(),
          status: z.string(),
          held: credits,
          priceEach: credits,
          replayed: z.boolean(),
        }),
      ),
    ]),
  ),
  errors: ['insufficient_credits', 'conflict', 'unavailable'],
});

const status = z.enum(['queued', 'processing', 'completed', 'failed', 'cancelled']);

const generation = z
  .object({
    id: z.string(),
    status,
    progress: z.number(),
    style: z.object({ id: z.string(), name: z.string() }),
    quality,
    aspect,
    variations: z.int(),
    engine: z.string(),
    preferences: preferencesSchema,
    credits: z.object({
      each: credits,
      held: credits,
      charged: credits.nullable(),
      released: credits.nullable(),
      refunded: credits,
    }),
    accepted: z.int(),
    failure: z.string().nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    seconds: z.number().nullable(),
    keptUntil: instant.nullable(),
    proUntil: instant.nullable(),
    watermark: z.boolean(),
    pictures: z.array(picture),
  })
  .meta({ id: 'Generation' });

const generationInFull = generation
  .extend({
    photoSetId: z.string(),
    selfies: z.int(),
    comparisons: z
      .record(
        z.string(),
        z.object({
          url: z.string(),
          width: z.int(),
          height: z.int(),
          frame: z.array(z.number()).length(6),
        }),
      )
      .describe('By picture: the selfie that it can be held against'),
    eta: seconds.nullable(),
  })
  .meta({ id: 'GenerationInFull' });

export const listGenerations = route({
  name: 'listGenerations',
  method: 'GET',
  path: '/api/teams/{teamId}/headshots',
  group: 'Headshots',
  summary: 'Your generations, the newest first',
  who: 'member',
  permission: 'generation:own',
  scope: 'headshots:read',
  query: listGenerationsInput,
  answers: {
    200: json('A page of generations', z.object({ generations: z.array(generation), nextCursor })),
  },
  errors: ['malformed'],
});

const one = { permission: 'generation:own', group: 'Headshots', who: 'own' } as const;

export const getGeneration = route({
  ...one,
  name: 'getGeneration',
  method: 'GET',
  path: '/api/teams/{teamId}/headshots/{id}',
  summary: 'One generation with its pictures',
  scope: 'headshots:read',
  answers: { 200: json('The generation', generationInFull) },
});

export const getGenerationStatus = route({
  ...one,
  name: 'getGenerationStatus',
  method: 'GET',
  path: '/api/teams/{teamId}/headshots/{id}/status',
  summary: 'Status, stage and progress',
  details: 'Small and cheap: ask as often as once a second.',
  scope: 'headshots:read',
  answers: {
    200: json(
      'How far it is',
      z.object({
        id: z.string(),
        status,
        stage: z.enum(['queue', 'drawing', 'scoring', 'saving']),
        progress: z.number(),
        eta: seconds.nullable(),
        usual: seconds,
        accepted: z.int(),
        variations: z.int(),
        pictures: z.array(picture.extend({ selfieUrl: z.string().nullable() })),
      }),
    ),
  },
});

export const changeGeneration = route({
  ...one,
  name: 'changeGeneration',
  method: 'PATCH',
  path: '/api/teams/{teamId}/headshots/{id}',
  summary: 'Mark all its pictures as favourites, or cancel it',
  details: 'Cancelling frees what is not drawn yet.',
  scope: 'headshots:write',
  body: patchGenerationInput,
  limit: 'write',
  answers: { 200: json('The generation', generationInFull) },
  errors: ['conflict'],
});

export const deleteGeneration = route({
  ...one,
  name: 'deleteGeneration',
  method: 'DELETE',
  path: '/api/teams/{teamId}/headshots/{id}',
  summary: 'Delete a generation with its pictures',
  details: 'Gone at once; the files are purged within minutes.',
  scope: 'headshots:write',
  limit: 'write',
  answers: { 200: json('The deletion', z.object({ deletion })) },
  errors: ['conflict'],
});

const image = ['image/jpeg', 'image/png', 'image/webp'];

export const downloadGeneration = route({
  ...one,
  name: 'downloadGeneration',
  method: 'GET',
  path: '/api/teams/{teamId}/headshots/{id}/download',
  summary: 'One picture as a file, or all of them as a ZIP',
  scope: 'headshots:read',
  query: downloadInput,
  limit: 'download',
  answers: { 200: file('The file', ...image, 'application/zip') },
  errors: ['conflict'],
});

export const downloadPictures = route({
  name: 'downloadPictures',
  method: 'GET',
  path: '/api/teams/{teamId}/headshots/download',
  group: 'Headshots',
  summary: 'Pictures of any of your generations as a ZIP',
  who: 'member',
  permission: 'generation:own',
  scope: 'headshots:read',
  query: downloadManyInput,
  limit: 'download',
  answers: { 200: file('The ZIP', 'application/zip') },
});

export const changeManyHeadshots = route({
  ...one,
  name: 'changeManyHeadshots',
  method: 'POST',
  path: '/api/teams/{teamId}/headshots/batch',
  summary: 'Favourite, unfavourite or delete many',
  details: 'All of it happens, or nothing.',
  scope: 'headshots:write',
  body: batchInput,
  limit: 'write',
  answers: {
    200: json(
      'How many changed, or the deletions',
      z.union([z.object({ pictures: z.int() }), z.object({ deletions: z.array(deletion) })]),
    ),
  },
  errors: ['conflict'],
});

export const chatAboutHeadshots = route({
  name: 'chatAboutHeadshots',
  method: 'POST',
  path: '/api/teams/{teamId}/headshots/chat',
  group: 'Headshots',
  summary: 'What a sentence wishes for',
  details: 'Server-sent events: pieces of the reply, then the turn. Nothing is charged or stored.',
  who: 'member',
  permission: 'generation:own',
  scope: 'headshots:write',
  body: chatInput,
  limit: 'chat',
  answers: { 200: file('The reply, as it is written', 'text/event-stream') },
});
