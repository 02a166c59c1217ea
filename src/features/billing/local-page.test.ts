/** Where payments go to Stripe (or to a server named as Stripe), the local stand-in's page and its pay button do not exist. */
import { expect, test } from 'vitest';
import { localStripe, usesLocalStripe } from '@/adapters/payments/stand-in/process';
import { POST } from '@/app/api/dev/checkout/[sessionId]/route';
import { APP_URL, buy, CARD, makePayingTeam, stripe, withStripe } from '../../../tests/support/payments';

withStripe();

test('with a Stripe key nobody can pay at the local page', async () => {
  const { sessionId } = await buy((await makePayingTeam()).owner);
  const request = new Request(`${APP_URL}/api/dev/checkout/${sessionId}`, {
    method: 'POST',
    body: JSON.stringify(CARD),
  });
  expect((await POST(request, { params: Promise.resolve({ sessionId }) })).status).toBe(404);
  expect(stripe.standIn.store.sessions[sessionId]?.payment_status).toBe('unpaid');
  expect(usesLocalStripe()).toBe(false);
  await expect(localStripe()).rejects.toThrow('not in use');
});
