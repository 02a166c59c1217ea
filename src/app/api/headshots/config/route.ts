import { publicRoute } from '@/auth/route';
import { getGenerationConfig } from '@/features/generation/config';

export const dynamic = 'force-dynamic';

/** Styles, shapes, sizes and prices. */
export const GET = publicRoute({}, ({ db }) => getGenerationConfig(db));
