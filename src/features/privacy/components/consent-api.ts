/** Giving and withdrawing consent, as the forms call it. Each answers one sentence when it did not work. */

export type ConsentAnswer = { error?: string; changed?: boolean };

export function sendConsent(
  team: string,
  body: { policyVersion: string; textHash: string; adult: true; ownPhotos: true },
): Promise<ConsentAnswer> {
  return request(team, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export function sendWithdrawal(team: string): Promise<ConsentAnswer> {
  return request(team, { method: 'DELETE' });
}

type ErrorBody = { error?: { message?: string; details?: { reason?: string } } };

async function request(team: string, init: RequestInit): Promise<ConsentAnswer> {
  const response = await fetch(`/api/teams/${team}/consents`, init).catch(() => null);
  if (!response) return { error: 'No connection. Nothing was changed. Try again when you are online.' };
  if (response.ok) return {};
  const { error } = ((await response.json().catch(() => null)) ?? {}) as ErrorBody;
  return {
    error: error?.message ?? 'That did not work. Nothing was changed. Try again in a moment.',
    changed: error?.details?.reason === 'policy_changed',
  };
}
