import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/backdrops';
import { deleteBackdrop } from '@/features/headshots/backdrops/delete-backdrop';

/** Gone at once; answers the deletion request, purged within minutes. */
export const DELETE = teamRoute(contract.deleteBackdrop, async ({ ctx, params }) => ({
  deletion: await deleteBackdrop(ctx, params.id ?? ''),
}));
