import { teamRoute } from '@/auth/route';
import { listGenerationsInput } from '@/features/generation/input';
import { listGenerations } from '@/features/generation/queries';

/** The member's own generations, newest first: `?status=&style=&favourite=true&from=&to=&cursor=&limit=`. */
export const GET = teamRoute(
  { permission: 'generation:own', query: listGenerationsInput },
  ({ ctx, query }) => listGenerations(ctx, query),
);
