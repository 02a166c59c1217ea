import { notFound } from 'next/navigation';
import { database } from '@/adapters/database/client';
import { vapidKeys } from '@/adapters/push/vapid';
import { pageTexts } from '@/texts/page-texts';
import type { Preferences } from './kind-types';
import { listPreferences } from './preferences';
import { fromUnsubscribeToken } from './unsubscribe-link';

export async function loadPreferences(userId: string): Promise<Preferences> {
  return listPreferences(await database(), userId);
}

/** What push services know us by; null where nothing is pushed. */
export function loadPushKey(): string | null {
  return vapidKeys()?.publicKey ?? null;
}

/** What the link of a mail would switch off; the not-found page for one that we did not make. */
export async function loadUnsubscribeLink(params: Promise<{ token: string }>) {
  const { t } = await pageTexts();
  const token = decodeURIComponent((await params).token);
  const bound = fromUnsubscribeToken(token);
  if (!bound) notFound();
  return { token, label: t(`emails.client.notices.kind.${bound.kind}.label`) };
}
