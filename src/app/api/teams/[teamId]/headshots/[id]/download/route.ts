import { teamRoute } from '@/auth/route';
import { downloadGeneration, downloadPicture } from '@/features/headshots/download';
import { downloadInput } from '@/features/headshots/input';

/** `?picture=` one picture, without it all of the generation as a ZIP; `?format=jpeg|png|webp`. */
export const GET = teamRoute(
  { permission: 'generation:own', query: downloadInput, limit: 'download' },
  async ({ ctx, params, query: { picture, format } }) => {
    const generationId = params.id ?? '';
    const file = picture
      ? await downloadPicture(ctx, { generationId, pictureId: picture, format })
      : await downloadGeneration(ctx, { generationId, format });
    return new Response(file.body, {
      headers: {
        'Content-Type': file.contentType,
        'Content-Disposition': `attachment; filename="${file.name}"`,
        ...(file.size === undefined ? {} : { 'Content-Length': String(file.size) }),
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    });
  },
);
