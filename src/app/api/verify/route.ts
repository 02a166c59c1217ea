import { publicRoute } from '@/auth/route';
import * as contract from '@/contract/routes/provenance';
import { verifyPicture } from '@/features/privacy/provenance/verify-picture';

/** Whether headcraft made a picture, by its hashes. */
export const POST = publicRoute(contract.verifyPicture, ({ db, body }) => verifyPicture(db, body));
