import { notFound } from 'next/navigation';
import { database } from '@/adapters/database/client';
import { requirePageSession } from '@/auth/page';
import { findProofKind } from '@/auth/two-step';
import { isAppError } from '@/lib/errors';
import { type AccountReceipt, getAccountReceipt } from './account-receipt';
import { creditsGivenUp } from './deletion-rules';
import { countWhatGoes, listTeamsAtEnd } from './deletion-terms';
import { listMyDeletions, type MyDeletionsPage } from './my-deletions';

/** What deleting the account would do, and what is asked for before. */
export async function loadDeletion() {
  const person = await requirePageSession('/account/delete');
  const db = await database();
  const [teams, goes, proof] = await Promise.all([
    listTeamsAtEnd(db, person.userId),
    countWhatGoes(db, person.userId),
    findProofKind(db, person),
  ]);
  return { email: person.email, teams, goes, proof, givenUp: creditsGivenUp(teams) };
}

export type DeletionPageView = Awaited<ReturnType<typeof loadDeletion>>;

/** The receipt behind a link; the not-found page for one that we did not make. */
export async function loadAccountReceipt(
  params: Promise<{ token: string }>,
): Promise<{ token: string; receipt: AccountReceipt }> {
  const { token } = await params;
  try {
    return { token, receipt: await getAccountReceipt(await database(), token) };
  } catch (error) {
    if (isAppError(error, 'not_found')) notFound();
    throw error;
  }
}

export type MyDeletionsView = MyDeletionsPage & { later: boolean };

/** A page of the person's receipts; the not-found page for an address that we did not make. */
export async function loadMyDeletions(
  search: Promise<{ before?: string | string[] }>,
): Promise<MyDeletionsView> {
  const { before } = await search;
  const { userId } = await requirePageSession('/account/deletions');
  const cursor = typeof before === 'string' ? before : undefined;
  try {
    const page = await listMyDeletions(await database(), userId, { cursor });
    return { ...page, later: cursor !== undefined };
  } catch (error) {
    if (isAppError(error, 'malformed')) notFound();
    throw error;
  }
}
