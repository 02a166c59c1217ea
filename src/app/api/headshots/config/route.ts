import { publicRoute } from '@/auth/route';
import * as contract from '@/contract/routes/headshots';
import { getGenerationConfig } from '@/features/generation/config';
import { currentTexts } from '@/texts/current-texts';

export const dynamic = 'force-dynamic';

/** Styles, shapes, sizes and prices. */
export const GET = publicRoute(contract.getHeadshotConfig, ({ db }) =>
  getGenerationConfig(db, currentTexts()),
);
