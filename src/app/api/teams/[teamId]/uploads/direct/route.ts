import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/photos';
import { grantUpload } from '@/features/uploads/direct/grant-upload';

/** How to send one photo: past us to the store, or as the body of `POST …/uploads`. */
export const POST = teamRoute(contract.grantUpload, ({ ctx, body }) => grantUpload(ctx, body));
