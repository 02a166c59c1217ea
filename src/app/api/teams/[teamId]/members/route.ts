import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/organizations';
import { listMembers } from '@/features/organizations/list-members';

export const GET = teamRoute(contract.listMembers, ({ ctx, query }) => listMembers(ctx, query));
