import { teamRoute } from '@/auth/route';
import * as contract from '@/contract/routes/photos';
import { deletePhoto } from '@/features/uploads/delete-photo';

export const DELETE = teamRoute(contract.deletePhoto, ({ ctx, params }) => deletePhoto(ctx, params.id ?? ''));
