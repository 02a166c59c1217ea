import Link from 'next/link';
import { EmptyLedger } from '@/components/brand/empty-drawings';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardHead } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { CreditAmount } from '@/components/ui/credit-amount';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { formatCents } from '@/lib/money';
import type { PaymentLine, PaymentsView } from '../loaders';
import { isUncharged } from '../order-rules';
import { Document } from './order-state';

const STATUS = {
  paid: { tone: 'good', word: 'Paid' },
  pending: { tone: 'info', word: 'Waiting' },
  failed: { tone: 'bad', word: 'Failed' },
  expired: { tone: 'quiet', word: 'Expired' },
  cancelled: { tone: 'quiet', word: 'Cancelled' },
  parked: { tone: 'warn', word: 'Under review' },
} as const;

/** Every order of the team, the failed and expired ones too. */
export function PaymentHistory({ view }: { view: PaymentsView }) {
  const { slug, lines, newestHref, olderHref } = view;
  const buy = (
    <ButtonLink href={`/teams/${slug}/credits/buy`} variant="key">
      Buy credits
    </ButtonLink>
  );
  const empty = lines.length === 0 && !newestHref;
  return (
    <>
      <LiveRefresh team={slug} types={['payment.changed']} />
      <PageHead title="Billing" actions={!empty && buy} />
      <Card aria-labelledby="payments">
        <CardHead id="payments" title="Payments">
          <span>US dollars</span>
        </CardHead>
        {empty ? (
          <EmptyState drawing={<EmptyLedger />} title="No payments yet" action={buy}>
            A pack is paid once and its credits never expire. Receipts appear here.
          </EmptyState>
        ) : (
          <Table label="Payments">
            <TableHead>
              <tr>
                <HeadCell>Date</HeadCell>
                <HeadCell>Pack</HeadCell>
                <HeadCell numeric>Credits</HeadCell>
                <HeadCell numeric>Amount</HeadCell>
                <HeadCell>Status</HeadCell>
                <HeadCell numeric>Documents</HeadCell>
              </tr>
            </TableHead>
            <TableBody>
              {lines.map((line) => (
                <PaymentRow key={line.id} slug={slug} line={line} />
              ))}
            </TableBody>
          </Table>
        )}
      </Card>
      <Pagination
        newerHref={newestHref ?? undefined}
        newerLabel="Newest"
        olderHref={olderHref ?? undefined}
      />
    </>
  );
}

function PaymentRow({ slug, line }: { slug: string; line: PaymentLine }) {
  const { tone, word } = STATUS[line.status];
  const paid = line.status === 'paid';
  return (
    <Row>
      <Cell className="text-ink-2">
        <Time value={line.at} style="date-year" />
      </Cell>
      <Cell className="font-medium phone:-order-2">
        <Link href={`/teams/${slug}/credits/buy/${line.orderId ?? ''}`} className="hover:underline">
          {line.packName}
        </Link>
      </Cell>
      <Cell numeric>
        <CreditAmount amount={line.credits} className={paid ? '' : 'text-ink-3'} />
      </Cell>
      <Cell numeric className={cn('phone:-order-1', paid ? 'font-medium' : 'text-ink-3')}>
        {formatCents(line.amountCents)}
      </Cell>
      <Cell>
        <Badge tone={tone}>{word}</Badge>
        {line.status === 'failed' && line.failure && (
          <span className="ml-2 text-12 text-ink-2">{line.failure}</span>
        )}
      </Cell>
      <Cell className="text-right">
        {paid ? (
          <span className="flex justify-end gap-4">
            <Document href={line.receiptUrl}>Receipt</Document>
            <Document href={line.invoiceUrl}>Invoice</Document>
          </span>
        ) : (
          <span className="text-ink-3">{isUncharged(line.status) ? 'Not charged' : 'Not yet'}</span>
        )}
      </Cell>
    </Row>
  );
}
