import { organizationRoute } from '@/auth/route';
import * as contract from '@/contract/routes/organizations';
import { listMembers } from '@/features/organizations/list-members';

export const GET = organizationRoute(contract.listMembers, ({ ctx, query }) => listMembers(ctx, query));
