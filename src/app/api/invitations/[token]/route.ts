import { publicRoute } from '@/auth/route';
import { getInvitation } from '@/features/organizations/find-invitation';

export const GET = publicRoute({}, ({ db, params }) => getInvitation(db, params.token ?? ''));
