import { notFound, redirect } from 'next/navigation';
import { requireTeamPageFor } from '@/auth/page';
import type { TeamCtx } from '@/auth/session';
import { env } from '@/env';
import { findMyWallet, getOverview } from '@/features/credits/queries';
import { isAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { Texts } from '@/texts/make-texts';
import { pageTexts } from '@/texts/page-texts';
import { isAlone } from './billing-people';
import { checkOrder } from './checkout/check-order';
import { getBillingDetails } from './invoices/billing-details-queries';
import { invoiceLines } from './invoices/invoice-to-rules';
import { offerLabel } from './label-words';
import { orderPath } from './order-path';
import { CUSTOM } from './price-list';
import { customCents } from './prices';
import { getOrder, type OrderDetail, type OrderStatus } from './queries';

type Params<P = object> = Promise<P & { slug: string }>;
type Search = Promise<Record<string, string | string[] | undefined>>;

/** Whom an invoice would be made out to now. */
export type InvoiceTo = {
  /** Company or team, street, town, country, tax id. */
  lines: string[];
  /** Company and address are known. */
  complete: boolean;
  email: string;
  poNumber: string | null;
};

export type BuyView = {
  slug: string;
  team: string;
  solo: boolean;
  /** What can be handed out now, or in a team of one spent. */
  available: number;
  /** The custom amount to begin with, as a link may ask for it. */
  credits: number;
  invoiceTo: InvoiceTo;
};

const USUAL_CREDITS = 300;

export async function loadBuy(params: Params, search: Search): Promise<BuyView> {
  const ctx = await requireTeamPageFor((await params).slug, 'billing:buy');
  const { slug, name, kind } = ctx.team;
  const wished = Number((await search).credits);
  const [available, invoiceTo] = await Promise.all([countAvailable(ctx), loadInvoiceTo(ctx)]);
  return {
    slug,
    team: name,
    solo: kind === 'solo',
    available,
    credits: wished >= CUSTOM.min && customCents(wished) !== null ? wished : USUAL_CREDITS,
    invoiceTo,
  };
}

async function loadInvoiceTo(ctx: TeamCtx): Promise<InvoiceTo> {
  const details = await getBillingDetails(ctx);
  return {
    lines: invoiceLines(details, ctx.team.name, await pageTexts()),
    complete: details.company !== null && details.line1 !== null,
    email: details.email ?? ctx.user.email,
    poNumber: details.poNumber,
  };
}

export type OrderView = {
  slug: string;
  solo: boolean;
  /** A team with nobody in it yet but the buyer. */
  alone: boolean;
  orderId: string;
  /** What was ordered: "Starter pack", "Plus plan". */
  label: string;
  kind: OrderDetail['kind'];
  channel: OrderDetail['channel'];
  credits: number;
  amountCents: number;
  status: OrderStatus;
  failure: string | null;
  /** Broken off by the buyer. */
  cancelled: boolean;
  /** Whether Stripe's page still takes a payment, as far as Stripe told us now; its address. */
  pageOpen: boolean;
  checkoutUrl: string | null;
  poNumber: string | null;
  /** ISO 8601: until when a sent invoice is to be paid, and since when it is overdue. */
  dueAt: string | null;
  overdueSince: string | null;
  /** ISO 8601. */
  paidAt: string | null;
  /** Its own page once it is paid. */
  paymentHref: string | null;
  receiptUrl: string | null;
  invoiceUrl: string | null;
  /** What can be handed out now, or in a team of one spent. */
  available: number;
};

/**
 * The page where the buyer comes back: Stripe is asked first, so that the answer does not wait for a webhook. When Stripe does
 * not answer, the page shows what we know, and the webhook or the sweep does the rest. `under` is the page that was asked for: an
 * order of the other kind is led to its own.
 */
export async function loadOrder(
  params: Params<{ orderId: string }>,
  search: Search,
  under: 'packs' | 'plans',
): Promise<OrderView> {
  const { slug, orderId } = await params;
  const ctx = await requireTeamPageFor(slug, 'billing:read');
  const pageOpen = await checkQuietly(ctx, orderId);
  const texts = await pageTexts();
  const order = await findOrder(ctx, orderId, texts);
  const { kind, channel, credits, amountCents, status, failure, poNumber, receiptUrl, invoiceUrl } = order;
  const cancelled = (await search).cancelled === '1';
  if ((kind === 'plan') !== (under === 'plans'))
    redirect(`/teams/${ctx.team.slug}/${orderPath(kind, orderId)}${cancelled ? '?cancelled=1' : ''}`);
  return {
    slug: ctx.team.slug,
    solo: ctx.team.kind === 'solo',
    alone: ctx.team.kind === 'team' && (await isAlone(ctx, new Date())),
    orderId,
    // The plan, not the month of its first payment.
    label: kind === 'plan' ? offerLabel(order, texts) : order.label,
    kind,
    channel,
    credits,
    amountCents,
    status,
    failure,
    cancelled,
    pageOpen,
    checkoutUrl: order.checkoutUrl,
    poNumber,
    dueAt: order.dueAt?.toISOString() ?? null,
    overdueSince: order.overdueSince?.toISOString() ?? null,
    paidAt: order.paidAt?.toISOString() ?? null,
    paymentHref: order.paymentId && `/teams/${ctx.team.slug}/billing/payments/${order.paymentId}`,
    receiptUrl,
    invoiceUrl,
    available: await countAvailable(ctx),
  };
}

/** The pool; in a team of one, the only wallet. */
async function countAvailable(ctx: TeamCtx): Promise<number> {
  return ctx.team.kind === 'solo' ? (await findMyWallet(ctx)).free : (await getOverview(ctx)).pool;
}

async function checkQuietly(ctx: TeamCtx, orderId: string): Promise<boolean> {
  try {
    const { pageOpen } = await checkOrder(ctx, { orderId }, { now: new Date(), appUrl: env().appUrl });
    return pageOpen;
  } catch (error) {
    if (isAppError(error, 'not_found')) notFound();
    log.warn({ err: error, orderId }, 'order not checked on its page');
    return false;
  }
}

async function findOrder(ctx: TeamCtx, orderId: string, texts: Texts): Promise<OrderDetail> {
  try {
    return await getOrder(ctx, orderId, new Date(), texts);
  } catch (error) {
    if (isAppError(error, 'not_found')) notFound();
    throw error;
  }
}
