'use server';
import { teamAction } from '@/auth/action';
import type { TeamCtx } from '@/auth/session';
import { say } from '@/texts/current-texts';
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
      title: say('members.found.people'),
      found: people.map(({ name, email }) => ({
        href: `${base}/members?search=${encodeURIComponent(email)}`,
        label: name || email,
        hint: name ? email : '',
      })),
    },
    {
      title: say('members.found.headshots'),
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
  if (status === 'queued' || status === 'processing') return say('members.found.running');
  return say('members.found.pictures', { count: pictures });
}
