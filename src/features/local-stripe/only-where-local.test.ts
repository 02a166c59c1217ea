/** Where payments go to Stripe (or to a server named as Stripe), the local stand-in's pages and their buttons do not exist. */
import { expect, test } from 'vitest';
import { localStripe } from '@/adapters/payments/stand-in/process';
import { usesLocalStripe } from '@/adapters/payments/stripe';
import { POST as payCheckout } from '@/app/api/dev/checkout/[sessionId]/route';
import { POST as payInvoice } from '@/app/api/dev/invoices/[id]/route';
import { POST as pressPortal } from '@/app/api/dev/portal/[id]/route';
import { POST as pressStripe } from '@/app/api/dev/stripe/route';
import { APP_URL, buy, CARD, makePayingTeam, stripe, withStripe } from '../../../tests/support/payments';
import { openLocalStripe } from './open-local-stripe';

withStripe();

test('with a Stripe key nobody can pay at the local page, nor press any of its buttons', async () => {
  const { sessionId } = await buy((await makePayingTeam()).owner);
  const send = (path: string, body: object) =>
    new Request(`${APP_URL}/api/dev/${path}`, {
      method: 'POST',
      headers: { host: 'localhost:3000', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const params = Promise.resolve({ sessionId, id: sessionId });
  const answers = await Promise.all([
    payCheckout(send(`checkout/${sessionId}`, CARD), { params }),
    payInvoice(send(`invoices/${sessionId}`, CARD), { params }),
    pressPortal(send(`portal/${sessionId}`, { action: 'cancel', subscription: 'sub_1' }), { params }),
    pressStripe(send('stripe', { action: 'next-renewal' }), { params }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect(stripe.standIn.store.sessions[sessionId]?.payment_status).toBe('unpaid');
  expect(usesLocalStripe()).toBe(false);
  expect(await openLocalStripe(new Headers({ host: 'localhost:3000' }))).toBeNull();
  await expect(localStripe()).rejects.toThrow('not in use');
});
