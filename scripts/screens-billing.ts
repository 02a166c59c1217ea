/** The billing pages in every state that money can be in, for `npm run screens`: a team of its own lives through them. */
import { eventually } from './demo/steps';
import type { Visitor } from './demo/visitor';

type Shoot = (pages: Record<string, string>) => Promise<void>;
type Payment = { id: string; label: string; status: string; receiptUrl: string | null };
type Order = { orderId: string; url: string };

export async function shootBilling(owner: Visitor, shoot: Shoot): Promise<void> {
  const team = await owner.post<{ id: string; slug: string }>('/api/teams', { name: 'Juniper' });
  const base = `/teams/${team.slug}`;
  const payments = async () =>
    (await owner.get<{ items: Payment[] }>(`/api/teams/${team.id}/payments`)).items;
  const paid = (label: string) =>
    eventually(
      `payment of ${label}`,
      async () => (await payments()).find((one) => one.label.startsWith(label) && one.status === 'paid'),
      (found) => found !== undefined,
      20,
    );

  await shoot({ 'billing-empty': `${base}/billing`, 'plan-free': `${base}/billing/plan` });
  await owner.call('PUT', `/api/teams/${team.id}/billing/details`, {
    json: {
      email: 'billing@juniper.example',
      company: 'Juniper GmbH',
      line1: 'Hauptstr. 1',
      postalCode: '10115',
      city: 'Berlin',
      country: 'DE',
      taxIdType: 'eu_vat',
      taxId: 'DE123456789',
    },
  });
  await buy(owner, team.id, { credits: 300 });
  await buy(owner, team.id, { pack: 'starter' }, '4000000000000002');
  const custom = await paid('Custom pack');
  await owner.post(`/api/teams/${team.id}/payments/${custom?.id}/refund`, {
    credits: 100,
    reason: 'Fewer people than planned',
  });
  const plan = await buy(owner, team.id, { plan: 'plus' });
  const plus = await paid('Plus plan');
  const invoice = await owner.post<{ orderId: string }>(`/api/teams/${team.id}/orders`, {
    pack: 'enterprise',
    poNumber: 'PO-4711',
  });
  await shoot({
    'billing-plan': `${base}/billing`,
    plan: `${base}/billing/plan`,
    'order-plan': `${base}/billing/plan/${plan.orderId}`,
    'order-invoice': `${base}/credits/buy/${invoice.orderId}`,
    'payment-refunded': `${base}/billing/payments/${custom?.id}`,
    report: `${base}/billing/report`,
  });

  const charge = plus?.receiptUrl?.split('/').at(-1);
  await owner.post('/api/dev/stripe', { action: 'open-dispute', charge });
  await failRenewal(owner, team.id);
  await shoot({
    'billing-trouble': `${base}/billing`,
    'payment-disputed': `${base}/billing/payments/${plus?.id}`,
  });
}

/** Orders and pays on the local payment page. */
async function buy(
  owner: Visitor,
  teamId: string,
  what: object,
  number = '4242424242424242',
): Promise<Order> {
  const order = await owner.post<Order>('/api/stripe/create-checkout', { teamId, ...what });
  const session = new URL(order.url).pathname.split('/').at(-1);
  await owner.post(`/api/dev/checkout/${session}`, { number, expiry: '12/34', cvc: '123' });
  return order;
}

/** The saved card is replaced by one that fails, and the next month comes. */
async function failRenewal(owner: Visitor, teamId: string): Promise<void> {
  const { url } = await owner.post<{ url: string }>(`/api/teams/${teamId}/subscription/portal`);
  const portal = new URL(url).pathname.split('/').at(-1);
  const card = { number: '4000000000000341', expiry: '12/34', cvc: '123' };
  await owner.post(`/api/dev/portal/${portal}`, { action: 'add-card', ...card });
  await owner.post('/api/dev/stripe', { action: 'next-renewal' });
  await eventually(
    'the renewal failed',
    () => owner.get<{ plan: { graceUntil: string | null } | null }>(`/api/teams/${teamId}/subscription`),
    ({ plan }) => plan?.graceUntil != null,
    30,
  );
}
