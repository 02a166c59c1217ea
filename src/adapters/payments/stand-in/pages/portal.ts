/** The customer portal's own side: what it shows and what its buttons do. Nothing but that page calls this. */
import { type CardInput, readCard } from '../cards';
import { changed, record } from '../events';
import type { Customer, PortalSession } from '../objects/customers';
import type { Invoice } from '../objects/invoices';
import type { PaymentMethod } from '../objects/payments';
import { hasEnded, type Subscription } from '../objects/subscriptions';
import { addCard, attachCard, detachCard } from '../payment-methods';
import { shown } from '../render';
import { updateSubscription } from '../resources/subscriptions';
import type { Store } from '../store';
import { endSubscription } from '../subscriptions';
import { copyOf } from '../undo';

export type Portal = {
  session: PortalSession;
  customer: Customer;
  cards: PaymentMethod[];
  subscriptions: Subscription[];
  invoices: Invoice[];
  /** What the configuration lets one do. */
  may: { changeCards: boolean; cancel: boolean; seeInvoices: boolean };
};

export type PortalPress =
  | ({ action: 'add-card' } & CardInput)
  | { action: 'default-card'; card: string }
  | { action: 'remove-card'; card: string }
  | { action: 'cancel'; subscription: string }
  | { action: 'resume'; subscription: string };

export type PortalResult =
  | { status: 'done'; redirect: string | null }
  | { status: 'declined'; message: string }
  | { status: 'incomplete'; fields: Partial<Record<keyof CardInput, string>> }
  | { status: 'closed' };

/** Everything of this customer that the portal shows, newest first; null for an unknown session. */
export function findPortal(store: Store, id: string): Portal | null {
  const session = store.portalSessions[id];
  const customer = session && store.customers[session.customer];
  if (!session || !customer) return null;
  const features = store.portalConfigurations[session.configuration]?.features;
  const mine = (object: { customer: string | null }) => object.customer === customer.id;
  return {
    session,
    customer,
    cards: Object.values(store.paymentMethods).filter(mine).reverse(),
    subscriptions: Object.values(store.subscriptions)
      .filter((subscription) => mine(subscription) && !hasEnded(subscription))
      .reverse(),
    invoices: Object.values(store.invoices)
      .filter((invoice) => mine(invoice) && invoice.status !== 'draft')
      .reverse(),
    may: {
      changeCards: features?.payment_method_update?.enabled ?? false,
      cancel: features?.subscription_cancel?.enabled ?? false,
      seeInvoices: features?.invoice_history?.enabled ?? false,
    },
  };
}

export function pressPortal(store: Store, id: string, press: PortalPress, now: Date): PortalResult {
  const portal = findPortal(store, id);
  if (!portal) return { status: 'closed' };
  if (press.action === 'cancel' || press.action === 'resume') return changePlan(store, portal, press, now);
  if (!portal.may.changeCards) return { status: 'closed' };
  if (press.action === 'add-card') return addDefaultCard(store, portal, press, now);
  const card = portal.cards.find((kept) => kept.id === press.card);
  if (!card) return { status: 'closed' };
  if (press.action === 'remove-card') detachCard(store, card, now);
  else makeDefault(store, portal.customer, card, now);
  return { status: 'done', redirect: null };
}

function addDefaultCard(store: Store, portal: Portal, input: CardInput, now: Date): PortalResult {
  const read = readCard(input, now);
  if (read.kind === 'incomplete') return { status: 'incomplete', fields: read.fields };
  if (read.kind === 'declined') return { status: 'declined', message: read.decline.message };
  const card = addCard(store, read.card, now);
  // Its owner is at this page and is not asked a second time.
  card._confirmed = true;
  attachCard(store, card, portal.customer, now);
  makeDefault(store, portal.customer, card, now);
  return { status: 'done', redirect: afterFlow(portal, 'payment_method_update') };
}

/** The card that everything of this customer is charged to from now on. */
export function makeDefault(store: Store, customer: Customer, card: PaymentMethod, now: Date): void {
  const before = copyOf(customer);
  customer.invoice_settings.default_payment_method = card.id;
  record(store, 'customer.updated', customer, now, changed(before, customer));
  for (const subscription of Object.values(store.subscriptions)) {
    if (subscription.customer !== customer.id || hasEnded(subscription)) continue;
    const was = shown(store, subscription);
    subscription.default_payment_method = card.id;
    record(
      store,
      'customer.subscription.updated',
      subscription,
      now,
      changed(was, shown(store, subscription)),
    );
  }
}

function changePlan(
  store: Store,
  portal: Portal,
  press: { action: 'cancel' | 'resume'; subscription: string },
  now: Date,
): PortalResult {
  const subscription = portal.subscriptions.find(({ id }) => id === press.subscription);
  if (!subscription || !portal.may.cancel) return { status: 'closed' };
  if (press.action === 'cancel' && cancelsAtOnce(store, portal)) {
    endSubscription(store, subscription, 'cancellation_requested', now);
  } else {
    const wanted = press.action === 'cancel';
    if (subscription.cancel_at_period_end !== wanted)
      updateSubscription(store, subscription, { cancel_at_period_end: wanted }, now);
  }
  return { status: 'done', redirect: afterFlow(portal, 'subscription_cancel') };
}

function cancelsAtOnce(store: Store, { session }: Portal): boolean {
  const cancel = store.portalConfigurations[session.configuration]?.features.subscription_cancel;
  return (cancel as { mode?: string } | undefined)?.mode === 'immediately';
}

/** A visit for one thing leads back when that is done, where it was opened to. */
function afterFlow({ session }: Portal, type: string): string | null {
  if (session.flow?.type !== type) return null;
  const { after_completion: after } = session.flow;
  return after.type === 'redirect' ? (after.redirect?.return_url ?? null) : null;
}
