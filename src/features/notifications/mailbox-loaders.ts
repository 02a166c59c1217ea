import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { database } from '@/adapters/database/client';
import { env } from '@/env';
import { isAppError } from '@/lib/errors';
import { isLocalRequest } from '@/lib/local-host';
import { getMail, type LocalMail, listMails } from './mailbox';

const PAGE = 50;

/** The newest mails; not found where mails really go out. */
export async function loadMailbox(
  search: Promise<{ before?: string | string[] }>,
): Promise<{ mails: LocalMail[]; older: string | null }> {
  await requireEmbedded();
  const { before } = await search;
  const mails = await listMails(await database(), {
    before: typeof before === 'string' ? before : undefined,
    limit: PAGE + 1,
  });
  return { mails: mails.slice(0, PAGE), older: mails.length > PAGE ? (mails[PAGE - 1]?.id ?? null) : null };
}

export async function loadMail(params: Promise<{ id: string }>): Promise<LocalMail> {
  await requireEmbedded();
  try {
    return await getMail(await database(), (await params).id);
  } catch (error) {
    if (isAppError(error, 'not_found')) notFound();
    throw error;
  }
}

/** Links in mails are keys: nobody reads them from a web page that only pretends to be this machine. */
async function requireEmbedded(): Promise<void> {
  if (!env().embedded || !isLocalRequest(await headers(), env())) notFound();
}
