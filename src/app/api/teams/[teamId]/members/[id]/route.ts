import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/organizations';
import { removeMember } from '@/features/organizations/remove-member';
import { setRole } from '@/features/organizations/set-role';

export const PATCH = teamRoute(contract.setMemberRole, async ({ ctx, params, body }) => {
  await setRole(ctx, { memberId: params.id ?? '', role: body.role });
  return { id: params.id, role: body.role };
});

export const DELETE = teamRoute(contract.removeMember, async ({ ctx, params }) => {
  await removeMember(ctx, { memberId: params.id ?? '' });
  return new Response(null, { status: 204 });
});
