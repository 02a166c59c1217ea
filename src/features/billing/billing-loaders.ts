import { notFound } from 'next/navigation';
import { requireTeamPageFor } from '@/auth/page';
import type { TeamCtx } from '@/auth/session';
import { tellLabel } from '@/features/credits/sold-labels';
import { isAppError } from '@/lib/errors';
import type { Texts } from '@/texts/make-texts';
import { monthTick, shortMonthName } from '@/texts/months';
import { pageTexts } from '@/texts/page-texts';
import type {
  DetailsChoices,
  DisputeBanner,
  PlanSummary,
  SpendingView,
  WatchSettings,
} from './billing-view-types';
import { type BillingDetails, COUNTRIES, TAX_ID_TYPES, TAX_IDS } from './invoices/billing-details-input';
import { getBillingDetails } from './invoices/billing-details-queries';
import { countryNames, invoiceLines } from './invoices/invoice-to-rules';
import { tellKept } from './kept-words';
import { orderPath } from './order-path';
import { monthName } from './payments/month-rules';
import { getOpenDisputes } from './payments/payment-queries';
import { type PaymentState, paymentState } from './payments/payment-state-rules';
import { listSpending } from './payments/spending';
import { loadPlanSummary } from './plan-loaders';
import { listPayments, type PaymentFilter, type PaymentRow } from './queries';
import { getBalanceWatch } from './top-ups/balance-watch-queries';

type Params = Promise<{ slug: string }>;
type Search = Promise<Record<string, string | string[] | undefined>>;

export type PaymentLine = {
  /** The payment's id or, while nothing was paid, the order's. */
  id: string;
  href: string;
  /** ISO 8601: paid, or ordered while it is not. */
  at: string;
  label: string;
  channel: PaymentRow['channel'];
  credits: number;
  amountCents: number;
  refundedCents: number;
  state: PaymentState;
  failure: string | null;
  receiptUrl: string | null;
  invoiceUrl: string | null;
  payUrl: string | null;
};

export type PaymentsView = {
  lines: PaymentLine[];
  filter: PaymentFilter['status'] | null;
  newestHref: string | null;
  olderHref: string | null;
  csvHref: string;
};

export type BillingView = {
  slug: string;
  plan: PlanSummary;
  spending: SpendingView;
  disputes: DisputeBanner[];
  invoiceTo: {
    lines: string[];
    email: string | null;
    /** Why the tax id is not on invoices. */
    taxIdProblem: string | null;
    fields: BillingDetails;
    choices: DetailsChoices;
  };
  watch: WatchSettings;
  payments: PaymentsView;
};

const SPENDING_MONTHS = 12;

/** Statuses a person can look for. */
const FILTERS: readonly NonNullable<PaymentFilter['status']>[] = ['paid', 'pending', 'failed', 'expired'];

export async function loadBilling(params: Params, search: Search): Promise<BillingView> {
  const ctx = await requireTeamPageFor((await params).slug, 'billing:read');
  const texts = await pageTexts();
  const [plan, spending, disputes, details, watch, payments] = await Promise.all([
    loadPlanSummary(ctx),
    loadSpending(ctx, texts),
    getOpenDisputes(ctx),
    getBillingDetails(ctx, texts),
    getBalanceWatch(ctx),
    loadPayments(ctx, await search, texts),
  ]);
  const { taxIdProblem, ...fields } = details;
  return {
    slug: ctx.team.slug,
    plan,
    spending,
    disputes: disputes.map(({ paymentId, label, amountCents, credits }) => ({
      paymentId,
      label: tellLabel(label, texts),
      amountCents,
      credits,
    })),
    invoiceTo: {
      lines: invoiceLines(details, ctx.team.name, texts),
      email: fields.email,
      taxIdProblem,
      fields,
      choices: detailsChoices(texts),
    },
    watch: {
      ...watch,
      pausedAt: watch.pausedAt?.toISOString() ?? null,
      failure: tellKept(watch.failure, texts),
    },
    payments,
  };
}

async function loadSpending(ctx: TeamCtx, texts: Texts): Promise<SpendingView> {
  const months = await listSpending(ctx, new Date(), SPENDING_MONTHS);
  const sum = (of: 'paidCents' | 'backCents') => months.reduce((cents, month) => cents + month[of], 0);
  const most = months.reduce((best, month) => (month.spentCents > best.spentCents ? month : best));
  return {
    months: months.map(({ month, spentCents }) => ({
      label: shortMonthName(month, texts),
      tick: monthTick(month, texts),
      cents: spentCents,
    })),
    thisMonthCents: months.at(-1)?.spentCents ?? 0,
    paidCents: sum('paidCents'),
    backCents: sum('backCents'),
    most: most.spentCents > 0 ? { label: monthName(most.month, texts), cents: most.spentCents } : null,
  };
}

/** Named here, so that the browser need not load what checks them. */
function detailsChoices(texts: Texts): DetailsChoices {
  const nameOf = countryNames(texts);
  const countries = COUNTRIES.map((code) => ({ code, name: nameOf(code) }));
  return {
    countries: countries.sort((a, b) => a.name.localeCompare(b.name, texts.locale)),
    taxIds: TAX_ID_TYPES.map((type) => ({
      type,
      label: texts.t(`billing.details.taxIdTypes.${type}`),
      example: TAX_IDS[type].example,
    })),
  };
}

async function loadPayments(
  ctx: TeamCtx,
  search: Record<string, string | string[] | undefined>,
  texts: Texts,
): Promise<PaymentsView> {
  const cursor = typeof search.before === 'string' && search.before !== '' ? search.before : undefined;
  const status = FILTERS.find((one) => one === search.status);
  const page = await listPayments(ctx, { cursor, status }, new Date(), texts).catch((error: unknown) => {
    if (isAppError(error, 'malformed')) notFound();
    throw error;
  });
  const base = `/teams/${ctx.team.slug}/billing`;
  const at = (query: Record<string, string | undefined>) => {
    const entries = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
    return entries.length === 0 ? base : `${base}?${new URLSearchParams(entries)}`;
  };
  return {
    lines: page.items.map((row) => toLine(row, ctx.team.slug)),
    filter: status ?? null,
    newestHref: cursor ? at({ status }) : null,
    olderHref: page.nextCursor ? at({ status, before: page.nextCursor }) : null,
    csvHref: `/api/teams/${ctx.team.slug}/payments?format=csv`,
  };
}

function toLine(row: PaymentRow, slug: string): PaymentLine {
  const { id, label, channel, credits, amountCents, refundedCents, failure, receiptUrl, invoiceUrl, payUrl } =
    row;
  return {
    id,
    href: row.paymentId
      ? `/teams/${slug}/billing/payments/${row.paymentId}`
      : `/teams/${slug}/${orderPath(row.kind, id)}`,
    at: (row.paidAt ?? row.createdAt).toISOString(),
    label,
    channel,
    credits,
    amountCents,
    refundedCents,
    state: paymentState(row),
    failure,
    receiptUrl,
    invoiceUrl,
    payUrl,
  };
}
