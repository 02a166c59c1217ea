import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/headshots';
import { getTeamConfig } from '@/features/generation/team-config';
import { currentTexts } from '@/texts/current-texts';

/** Styles, shapes, sizes and prices, what the team's tier lacks, and how its pictures are delivered and kept. */
export const GET = teamRoute(contract.getTeamHeadshotConfig, ({ ctx }) =>
  getTeamConfig(ctx, new Date(), currentTexts()),
);
