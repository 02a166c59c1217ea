import { connection } from 'next/server';
import { database } from '@/adapters/database/client';
import { openLink } from './links/link-queries';
import type { SharedPicture } from './links/link-types';

/** What a shared link shows now; nothing of it is kept for the next visit. Null for what is no link of ours, or not any more. */
export async function loadShared(
  params: Promise<{ token: string }>,
): Promise<SharedPicture | 'expired' | null> {
  const { token } = await params;
  await connection();
  return openLink(await database(), token);
}
