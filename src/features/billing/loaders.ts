import { notFound } from 'next/navigation';
import { requireTeamPageFor } from '@/auth/page';
import type { TeamCtx } from '@/auth/session';
import { env } from '@/env';
import { findMyWallet, getOverview } from '@/features/credits/queries';
import { isAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { checkOrder } from './check-order';
import { getOrder, listPayments, type OrderDetail, type OrderStatus, type PaymentRow } from './queries';

type Params<P = object> = Promise<P & { slug: string }>;
type Search = Promise<Record<string, string | string[] | undefined>>;

export type BuyView = {
  slug: string;
  team: string;
  solo: boolean;
  /** What can be handed out now, or in a team of one spent. */
  available: number;
};

export async function loadBuy(params: Params): Promise<BuyView> {
  const ctx = await requireTeamPageFor((await params).slug, 'billing:buy');
  const { slug, name, kind } = ctx.team;
  return { slug, team: name, solo: kind === 'solo', available: await countAvailable(ctx) };
}

export type OrderView = {
  slug: string;
  solo: boolean;
  packName: string;
  credits: number;
  amountCents: number;
  status: OrderStatus;
  failure: string | null;
  /** Broken off by the buyer. */
  cancelled: boolean;
  /** Whether Stripe's page still takes a payment, as far as Stripe told us now; its address. */
  pageOpen: boolean;
  checkoutUrl: string | null;
  /** ISO 8601. */
  paidAt: string | null;
  receiptUrl: string | null;
  invoiceUrl: string | null;
  /** What can be handed out now, or in a team of one spent. */
  available: number;
};

/**
 * The page where the buyer comes back: Stripe is asked first, so that the answer does not wait for a webhook. When Stripe does
 * not answer, the page shows what we know, and the webhook or the sweep does the rest.
 */
export async function loadOrder(params: Params<{ orderId: string }>, search: Search): Promise<OrderView> {
  const { slug, orderId } = await params;
  const ctx = await requireTeamPageFor(slug, 'billing:read');
  const pageOpen = await checkQuietly(ctx, orderId);
  const order = await findOrder(ctx, orderId);
  return {
    slug: ctx.team.slug,
    solo: ctx.team.kind === 'solo',
    packName: order.label,
    credits: order.credits,
    amountCents: order.amountCents,
    status: order.status,
    failure: order.failure,
    cancelled: (await search).cancelled === '1',
    pageOpen,
    checkoutUrl: order.checkoutUrl,
    paidAt: order.paidAt?.toISOString() ?? null,
    receiptUrl: order.receiptUrl,
    invoiceUrl: order.invoiceUrl,
    available: await countAvailable(ctx),
  };
}

export type PaymentLine = {
  /** The payment's id or, while nothing was paid, the order's. */
  id: string;
  orderId: string | null;
  /** ISO 8601: paid, or ordered while it is not. */
  at: string;
  packName: string;
  credits: number;
  amountCents: number;
  status: OrderStatus;
  failure: string | null;
  receiptUrl: string | null;
  invoiceUrl: string | null;
};

export type PaymentsView = {
  slug: string;
  lines: PaymentLine[];
  newestHref: string | null;
  olderHref: string | null;
};

export async function loadPayments(params: Params, search: Search): Promise<PaymentsView> {
  const ctx = await requireTeamPageFor((await params).slug, 'billing:read');
  const { before } = await search;
  const cursor = typeof before === 'string' && before !== '' ? before : undefined;
  const page = await listPayments(ctx, { cursor }).catch((error: unknown) => {
    if (isAppError(error, 'malformed')) notFound();
    throw error;
  });
  const base = `/teams/${ctx.team.slug}/billing`;
  return {
    slug: ctx.team.slug,
    lines: page.items.map(toLine),
    newestHref: cursor ? base : null,
    olderHref: page.nextCursor ? `${base}?before=${page.nextCursor}` : null,
  };
}

function toLine(row: PaymentRow): PaymentLine {
  const { id, orderId, credits, amountCents, status, failure, receiptUrl, invoiceUrl } = row;
  return {
    id,
    orderId,
    at: (row.paidAt ?? row.createdAt).toISOString(),
    packName: row.label,
    credits,
    amountCents,
    status,
    failure,
    receiptUrl,
    invoiceUrl,
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

async function findOrder(ctx: TeamCtx, orderId: string): Promise<OrderDetail> {
  try {
    return await getOrder(ctx, orderId, new Date());
  } catch (error) {
    if (isAppError(error, 'not_found')) notFound();
    throw error;
  }
}
