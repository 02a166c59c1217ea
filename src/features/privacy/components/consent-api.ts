/** Giving and withdrawing consent, as the forms call it. Each answers one sentence when it did not work. */
import type { Texts } from '@/texts/make-texts';

export type ConsentAnswer = { error?: string; changed?: boolean };

export function sendConsent(
  team: string,
  body: { policyVersion: string; textHash: string; adult: true; ownPhotos: true },
  texts: Texts,
): Promise<ConsentAnswer> {
  const headers = { 'Content-Type': 'application/json' };
  return request(team, { method: 'POST', headers, body: JSON.stringify(body) }, texts);
}

export function sendWithdrawal(team: string, texts: Texts): Promise<ConsentAnswer> {
  return request(team, { method: 'DELETE' }, texts);
}

type ErrorBody = { error?: { message?: string; details?: { reason?: string } } };

async function request(team: string, init: RequestInit, { t }: Texts): Promise<ConsentAnswer> {
  const response = await fetch(`/api/teams/${team}/consents`, init).catch(() => null);
  if (!response) return { error: t('privacy.client.consent.offline') };
  if (response.ok) return {};
  const { error } = ((await response.json().catch(() => null)) ?? {}) as ErrorBody;
  return {
    error: error?.message ?? t('privacy.client.consent.failed'),
    changed: error?.details?.reason === 'policy_changed',
  };
}
