/** Presses a button of the local Stripe; null when it could not be reached or refused. */
export async function pressStripe<T>(path: string, body: object): Promise<T | null> {
  try {
    const response = await fetch(`/api/dev/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}

/** What the pages that take cards are answered. */
export type CardAnswer = {
  status: string;
  redirect?: string | null;
  message?: string;
  fields?: Record<string, string>;
};

export const NOT_SENT: CardAnswer = { status: 'unreached' };

/** What to say when a card was not taken; null when the fields say it. */
export function problemOf({ status, message }: CardAnswer): { title: string; text: string } | null {
  if (status === 'declined') return { title: message ?? '', text: 'Not charged. Try another card.' };
  if (status === 'closed')
    return { title: 'This page is closed.', text: 'Not charged. Go back and start again.' };
  if (status === 'unreached') return { title: 'The payment was not sent.', text: 'Not charged. Try again.' };
  return null;
}
