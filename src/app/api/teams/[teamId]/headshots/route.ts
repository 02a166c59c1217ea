import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/headshots';
import { listGenerations } from '@/features/generation/queries';

/** The member's own generations, newest first: `?status=&style=&favourite=true&from=&to=&cursor=&limit=`. */
export const GET = teamRoute(contract.listGenerations, ({ ctx, query }) => listGenerations(ctx, query));
