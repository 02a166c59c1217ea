import { notFound } from 'next/navigation';
import { database } from '@/adapters/database/client';
import { requirePageSession } from '@/auth/page';
import { isAppError } from '@/lib/errors';
import { listMyPictures, type MyPicturesPage } from './my-pictures';

type Search = Promise<{ before?: string | string[] }>;

export type MyPicturesView = MyPicturesPage & { later: boolean };

/** A page of the person's own pictures; the not-found page for an address that we did not make. */
export async function loadMyPictures(search: Search): Promise<MyPicturesView> {
  const { before } = await search;
  const { userId } = await requirePageSession('/account/pictures');
  const cursor = typeof before === 'string' ? before : undefined;
  try {
    const page = await listMyPictures(await database(), userId, { cursor }, new Date());
    return { ...page, later: cursor !== undefined };
  } catch (error) {
    if (isAppError(error, 'malformed')) notFound();
    throw error;
  }
}
