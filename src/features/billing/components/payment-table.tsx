import { Download } from 'lucide-react';
import Link from 'next/link';
import { useTexts } from '#use-texts';
import { EmptyLedger } from '@/components/brand/empty-drawings';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Card, CardHead } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { CreditAmount } from '@/components/ui/credit-amount';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { PaymentLine, PaymentsView } from '../billing-loaders';
import { STATE_TONES } from '../payments/payment-state-rules';
import { DocumentLink } from './document-link';
import { PaymentFilters } from './payment-filters';

/** Everything the team ordered, the failed and expired too, with refunds and disputes. */
export function PaymentTable({ slug, payments }: { slug: string; payments: PaymentsView }) {
  const { t } = useTexts();
  const { lines, filter, newestHref, olderHref, csvHref } = payments;
  const untouched = lines.length === 0 && !newestHref && !filter;
  return (
    <section id="payments" className="scroll-mt-6">
      <Card aria-labelledby="payments-title">
        <CardHead id="payments-title" title={t('billing.payments.title')}>
          {!untouched && (
            <a href={csvHref} download className={buttonClass('default', 'sm', 'text-ink')}>
              <Download className="size-4" aria-hidden="true" />
              {t('billing.payments.csv')}
            </a>
          )}
        </CardHead>
        {!untouched && <PaymentFilters slug={slug} filter={filter} />}
        {lines.length === 0 ? (
          <Nothing slug={slug} untouched={untouched} />
        ) : (
          <Table label={t('billing.payments.table')}>
            <TableHead>
              <tr>
                <HeadCell className="w-32">{t('billing.payments.date')}</HeadCell>
                <HeadCell>{t('billing.payments.what')}</HeadCell>
                <HeadCell numeric>{t('billing.payments.credits')}</HeadCell>
                <HeadCell numeric>{t('billing.payments.amount')}</HeadCell>
                <HeadCell>{t('billing.payments.status')}</HeadCell>
                <HeadCell numeric>{t('billing.payments.documents')}</HeadCell>
              </tr>
            </TableHead>
            <TableBody>
              {lines.map((line) => (
                <PaymentRow key={line.id} line={line} />
              ))}
            </TableBody>
          </Table>
        )}
      </Card>
      <Pagination
        newerHref={newestHref ? `${newestHref}#payments` : undefined}
        newerLabel={t('billing.payments.newest')}
        olderHref={olderHref ? `${olderHref}#payments` : undefined}
      />
    </section>
  );
}

function Nothing({ slug, untouched }: { slug: string; untouched: boolean }) {
  const { t } = useTexts();
  if (!untouched)
    return (
      <EmptyState
        title={t('billing.payments.noneTitle')}
        action={<ButtonLink href={`/teams/${slug}/billing#payments`}>{t('billing.payments.all')}</ButtonLink>}
      >
        {t('billing.payments.none')}
      </EmptyState>
    );
  return (
    <EmptyState
      drawing={<EmptyLedger />}
      title={t('billing.payments.emptyTitle')}
      action={
        <ButtonLink href={`/teams/${slug}/credits/buy`} variant="key">
          {t('billing.payments.buy')}
        </ButtonLink>
      }
    >
      {t('billing.payments.empty')}
    </EmptyState>
  );
}

function PaymentRow({ line }: { line: PaymentLine }) {
  const { t, cents, columnCents } = useTexts();
  const moved = line.receiptUrl !== null || line.invoiceUrl !== null || line.state === 'paid';
  return (
    <Row>
      <Cell className="text-ink-2">
        <Time value={line.at} style="date-year" />
      </Cell>
      <Cell className="whitespace-normal phone:-order-2">
        <Link href={line.href} className="font-medium hover:underline">
          {line.label}
        </Link>
        {line.channel === 'top-up' && <span className="ml-2 text-ink-3">{t('billing.payments.topUp')}</span>}
      </Cell>
      <Cell numeric>
        <CreditAmount amount={line.credits} className={moved ? '' : 'text-ink-3'} />
      </Cell>
      <Cell numeric className={cn('phone:-order-1', moved ? 'font-medium' : 'text-ink-3')}>
        {columnCents(line.amountCents)}
      </Cell>
      <Cell className="whitespace-normal">
        <Badge tone={STATE_TONES[line.state]}>{t(`billing.state.${line.state}`)}</Badge>
        {line.state === 'partly-refunded' && (
          <span className="ml-2 whitespace-nowrap text-12 text-ink-2">{cents(line.refundedCents)}</span>
        )}
        {line.state === 'failed' && line.failure && (
          <span className="ml-2 text-12 text-ink-2">{line.failure}</span>
        )}
      </Cell>
      <Cell className="text-right">
        <Documents line={line} />
      </Cell>
    </Row>
  );
}

function Documents({ line }: { line: PaymentLine }) {
  const { t } = useTexts();
  switch (line.state) {
    case 'failed':
    case 'expired':
    case 'cancelled':
      return <span className="text-ink-3">{t('billing.payments.notCharged')}</span>;
    case 'waiting':
    case 'parked':
      return <span className="text-ink-3">{t('billing.payments.notYet')}</span>;
    case 'closed':
      return null;
    case 'invoiced':
      return <DocumentLink href={line.payUrl}>{t('billing.document.invoice')}</DocumentLink>;
    default:
      return (
        <span className="flex justify-end gap-4">
          <DocumentLink href={line.receiptUrl}>{t('billing.document.receipt')}</DocumentLink>
          <DocumentLink href={line.invoiceUrl}>{t('billing.document.invoice')}</DocumentLink>
        </span>
      );
  }
}
