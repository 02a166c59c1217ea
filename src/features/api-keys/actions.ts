'use server';
import { revalidatePath } from 'next/cache';
import { personAction, teamAction } from '@/auth/action';
import { keyInput, organizationKeyInput, tokenInput } from './input';
import { makeOrganizationKey } from './make-organization-key';
import { makeToken } from './make-token';
import { revokeOrganizationKey } from './revoke-organization-key';
import { revokeToken } from './revoke-token';

const PAGES = { team: '/teams/[slug]/settings/api-keys', person: '/account/tokens' };

export const makeKeyAction = teamAction(
  { permission: 'api-keys:manage', input: organizationKeyInput, limit: 'write' },
  async (ctx, input) => {
    const { secret } = await makeOrganizationKey(ctx, input);
    revalidatePath(PAGES.team, 'page');
    return { secret };
  },
);

export const revokeKeyAction = teamAction(
  { permission: 'api-keys:manage', input: keyInput, limit: 'write' },
  async (ctx, input) => {
    await revokeOrganizationKey(ctx, input);
    revalidatePath(PAGES.team, 'page');
  },
);

export const makeTokenAction = personAction({ input: tokenInput, limit: 'write' }, async (person, input) => {
  const { secret } = await makeToken(person, input);
  revalidatePath(PAGES.person);
  return { secret };
});

export const revokeTokenAction = personAction({ input: keyInput, limit: 'write' }, async (person, input) => {
  await revokeToken(person, input);
  revalidatePath(PAGES.person);
});
