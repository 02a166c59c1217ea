import { teamRoute } from '@/auth/route';
import { listInput } from '@/features/organizations/input';
import { listMembers } from '@/features/organizations/list-members';

export const GET = teamRoute({ permission: 'members:read', query: listInput }, ({ ctx, query }) =>
  listMembers(ctx, query),
);
