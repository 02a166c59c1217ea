import { Download } from 'lucide-react';
import Link from 'next/link';
import { EmptyLedger } from '@/components/brand/empty-drawings';
import { Badge } from '@/components/ui/badge';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { Card, CardHead } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { CreditAmount } from '@/components/ui/credit-amount';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { formatCents, formatColumnCents } from '@/lib/money';
import type { PaymentLine, PaymentsView } from '../billing-loaders';
import { STATE_WORDS } from '../payments/payment-state-rules';
import { DocumentLink } from './document-link';
import { PaymentFilters } from './payment-filters';

/** Everything the team ordered, the failed and expired too, with refunds and disputes. */
export function PaymentTable({ slug, payments }: { slug: string; payments: PaymentsView }) {
  const { lines, filter, newestHref, olderHref, csvHref } = payments;
  const untouched = lines.length === 0 && !newestHref && !filter;
  return (
    <section id="payments" className="scroll-mt-6">
      <Card aria-labelledby="payments-title">
        <CardHead id="payments-title" title="Payments">
          {!untouched && (
            <a href={csvHref} download className={buttonClass('default', 'sm', 'text-ink')}>
              <Download className="size-4" aria-hidden="true" />
              CSV
            </a>
          )}
        </CardHead>
        {!untouched && <PaymentFilters slug={slug} filter={filter} />}
        {lines.length === 0 ? (
          <Nothing slug={slug} untouched={untouched} />
        ) : (
          <Table label="Payments, US dollars">
            <TableHead>
              <tr>
                <HeadCell className="w-32">Date</HeadCell>
                <HeadCell>What</HeadCell>
                <HeadCell numeric>Credits</HeadCell>
                <HeadCell numeric>Amount, $</HeadCell>
                <HeadCell>Status</HeadCell>
                <HeadCell numeric>Documents</HeadCell>
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
        newerLabel="Newest"
        olderHref={olderHref ? `${olderHref}#payments` : undefined}
      />
    </section>
  );
}

function Nothing({ slug, untouched }: { slug: string; untouched: boolean }) {
  if (!untouched)
    return (
      <EmptyState
        title="No such payments"
        action={<ButtonLink href={`/teams/${slug}/billing#payments`}>All payments</ButtonLink>}
      >
        No payment has this status.
      </EmptyState>
    );
  return (
    <EmptyState
      drawing={<EmptyLedger />}
      title="No payments yet"
      action={
        <ButtonLink href={`/teams/${slug}/credits/buy`} variant="key">
          Buy credits
        </ButtonLink>
      }
    >
      A pack is paid once and its credits never expire. Receipts appear here.
    </EmptyState>
  );
}

function PaymentRow({ line }: { line: PaymentLine }) {
  const { tone, word } = STATE_WORDS[line.state];
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
        {line.channel === 'top-up' && <span className="ml-2 text-ink-3">automatic top-up</span>}
      </Cell>
      <Cell numeric>
        <CreditAmount amount={line.credits} className={moved ? '' : 'text-ink-3'} />
      </Cell>
      <Cell numeric className={cn('phone:-order-1', moved ? 'font-medium' : 'text-ink-3')}>
        {formatColumnCents(line.amountCents)}
      </Cell>
      <Cell className="whitespace-normal">
        <Badge tone={tone}>{word}</Badge>
        {line.state === 'partly-refunded' && (
          <span className="ml-2 text-12 text-ink-2">{formatCents(line.refundedCents)} refunded</span>
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
  switch (line.state) {
    case 'failed':
    case 'expired':
    case 'cancelled':
      return <span className="text-ink-3">Not charged</span>;
    case 'waiting':
    case 'parked':
      return <span className="text-ink-3">Not yet</span>;
    case 'closed':
      return null;
    case 'invoiced':
      return <DocumentLink href={line.payUrl}>Invoice</DocumentLink>;
    default:
      return (
        <span className="flex justify-end gap-4">
          <DocumentLink href={line.receiptUrl}>Receipt</DocumentLink>
          <DocumentLink href={line.invoiceUrl}>Invoice</DocumentLink>
        </span>
      );
  }
}
