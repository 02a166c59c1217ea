/** What a person is told about an order. */
import type { Texts } from '@/texts/make-texts';

export type OrderSituation = {
  status: 'pending' | 'paid' | 'failed' | 'expired' | 'cancelled' | 'parked' | 'closed';
  failure: string | null;
  /** Its sent invoice is past its due date. */
  overdue: boolean;
  cancelled: boolean;
  /** The payment page still takes a payment. */
  pageOpen: boolean;
  credits: number;
  solo: boolean;
  /** A team with nobody in it yet but the buyer. */
  alone: boolean;
  /** "Starter pack", "Plus plan". */
  label: string;
  kind: 'pack' | 'custom' | 'plan';
  channel: 'checkout' | 'invoice' | 'top-up' | 'plan';
};

export type OrderWords = {
  kind: 'paid' | 'processing' | 'open' | 'invoice' | 'failed' | 'expired' | 'cancelled' | 'parked' | 'closed';
  tone: 'good' | 'warn' | 'bad' | 'info';
  title: string;
  happened: string;
  next: string;
};

/** Whether we may say "Not charged": while a payment is waiting or under review we do not know. */
export function isUncharged(status: OrderSituation['status']): boolean {
  return status === 'failed' || status === 'expired' || status === 'cancelled';
}

export function orderWords(order: OrderSituation, texts: Texts): OrderWords {
  const { t } = texts;
  const billed = order.channel === 'invoice';
  switch (order.status) {
    case 'paid':
      return paidWords(order, texts);
    case 'failed':
      return {
        kind: 'failed',
        tone: 'bad',
        title: t('billing.told.failed.title'),
        happened: order.failure ?? t('billing.kept.noReason'),
        next: t('billing.told.failed.next'),
      };
    case 'expired':
      return {
        kind: 'expired',
        tone: 'warn',
        title: t(billed ? 'billing.told.expired.titleInvoice' : 'billing.told.expired.title'),
        happened: t('billing.told.expired.happened'),
        next: t('billing.told.expired.next'),
      };
    case 'cancelled':
      return {
        kind: 'cancelled',
        tone: 'warn',
        title: t(billed ? 'billing.told.cancelled.titleInvoice' : 'billing.told.cancelled.title'),
        happened: t(billed ? 'billing.told.cancelled.happenedInvoice' : 'billing.told.cancelled.happened'),
        next: t('billing.told.cancelled.next'),
      };
    case 'parked':
      return {
        kind: 'parked',
        tone: 'warn',
        title: t('billing.told.parked.title'),
        happened: t('billing.told.parked.happened'),
        next: t('billing.told.parked.next'),
      };
    case 'closed':
      return {
        kind: 'closed',
        tone: 'info',
        title: t('billing.told.closed.title'),
        happened: order.failure ?? t('billing.kept.closed'),
        next: t('billing.told.closed.next'),
      };
    case 'pending':
      return pendingWords(order, texts);
  }
}

function paidWords({ kind, label, credits: count, solo, alone }: OrderSituation, texts: Texts): OrderWords {
  const { t } = texts;
  const credits = texts.credits(count);
  const happened = t('billing.told.paid.happened');
  if (kind === 'plan') {
    return {
      kind: 'paid',
      tone: 'good',
      title: t('billing.told.paid.planTitle', { label }),
      happened,
      next: t(solo ? 'billing.told.paid.planSolo' : 'billing.told.paid.planTeam', { credits }),
    };
  }
  return {
    kind: 'paid',
    tone: 'good',
    title: t('billing.told.paid.title', { credits }),
    happened,
    next: t(`billing.told.paid.${solo ? 'solo' : alone ? 'alone' : 'team'}`),
  };
}

function invoiceWords({ failure, overdue }: OrderSituation, { t }: Texts): OrderWords {
  const kind = 'invoice';
  if (failure) {
    return {
      kind,
      tone: 'bad',
      title: t(overdue ? 'billing.told.invoice.overdue' : 'billing.told.failed.title'),
      happened: failure,
      next: t('billing.told.invoice.declinedNext'),
    };
  }
  if (overdue) {
    return {
      kind,
      tone: 'warn',
      title: t('billing.told.invoice.overdue'),
      happened: t('billing.told.invoice.overdueHappened'),
      next: t('billing.told.invoice.overdueNext'),
    };
  }
  return {
    kind,
    tone: 'info',
    title: t('billing.told.invoice.title'),
    happened: t('billing.told.invoice.happened'),
    next: t('billing.told.invoice.next'),
  };
}

function pendingWords(order: OrderSituation, texts: Texts): OrderWords {
  const { t } = texts;
  const { cancelled, pageOpen, channel } = order;
  if (channel === 'invoice') return invoiceWords(order, texts);
  if (pageOpen) {
    return {
      kind: 'open',
      tone: 'info',
      title: t(cancelled ? 'billing.told.open.titleLeft' : 'billing.told.open.title'),
      happened: t(cancelled ? 'billing.told.open.happenedLeft' : 'billing.told.open.happened'),
      next: t('billing.told.open.next'),
    };
  }
  return {
    kind: 'processing',
    tone: 'info',
    title: t('billing.told.processing.title'),
    happened: t('billing.told.processing.happened'),
    next: t('billing.told.processing.next'),
  };
}
