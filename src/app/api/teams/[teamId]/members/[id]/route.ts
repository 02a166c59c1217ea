import { teamRoute } from '@/auth/route';
import { roleInput } from '@/features/organizations/input';
import { removeMember } from '@/features/organizations/remove-member';
import { setRole } from '@/features/organizations/set-role';

const body = roleInput.pick({ role: true });

export const PATCH = teamRoute(
  { permission: 'members:set-role', body, limit: 'write' },
  async ({ ctx, params, body }) => {
    await setRole(ctx, { memberId: params.id ?? '', role: body.role });
    return { id: params.id, role: body.role };
  },
);

export const DELETE = teamRoute({ permission: 'members:remove', limit: 'write' }, async ({ ctx, params }) => {
  await removeMember(ctx, { memberId: params.id ?? '' });
  return new Response(null, { status: 204 });
});
