'use server';
import { teamAction } from '@/auth/action';
import type { TeamCtx } from '@/auth/session';
import { type FoundGeneration, findInTeam } from './find-in-team';
import type { FoundGroup } from './find-types';
import { findInput } from './input';

const find = teamAction({ permission: 'team:read', input: findInput, limit: 'find' }, async (ctx, input) =>
  toGroups(ctx, await findInTeam(ctx, input)),
);

/** Palette: nothing found and not allowed to look are the same empty list. */
export async function findInTeamAction(team: string, words: string): Promise<FoundGroup[]> {
  const result = await find(team, { words });
  return result.ok ? result.value : [];
}

function toGroups(
  ctx: TeamCtx,
  { people, generations }: Awaited<ReturnType<typeof findInTeam>>,
): FoundGroup[] {
  const base = `/teams/${ctx.team.slug}`;
  const groups: FoundGroup[] = [
    {
      title: 'People',
      found: people.map(({ name, email }) => ({
        href: `${base}/members?search=${encodeURIComponent(email)}`,
        label: name || email,
        hint: name ? email : '',
      })),
    },
    {
      title: 'My headshots',
      found: generations.map((generation) => ({
        href: `${base}/headshots/${generation.id}`,
        label: generation.style,
        hint: stateOf(generation),
        at: generation.createdAt,
      })),
    },
  ];
  return groups.filter(({ found }) => found.length > 0);
}

function stateOf({ status, pictures }: FoundGeneration): string {
  if (status === 'queued' || status === 'processing') return 'being made';
  if (pictures === 0) return 'no pictures';
  return pictures === 1 ? '1 picture' : `${pictures} pictures`;
}
