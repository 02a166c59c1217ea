import { teamRoute } from '@/auth/route';
import { getTeamConfig } from '@/features/generation/team-config';

/** Styles, shapes, sizes and prices, what the team's tier lacks, and how its pictures are delivered and kept. */
export const GET = teamRoute({ permission: 'generation:own' }, ({ ctx }) => getTeamConfig(ctx, new Date()));
