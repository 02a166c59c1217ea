'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { SubmitButton } from '@/components/ui/submit-button';
import { useRequestKey } from '@/components/ui/use-request-key';
import { LOST_COUNTS_ONCE, useSubmit } from '@/components/ui/use-submit';
import { formatCents, formatCredits } from '@/lib/money';
import type { InvoiceTo } from '../loaders';
import { orderByInvoiceAction } from '../payment-actions';
import { INVOICE_DUE_DAYS, INVOICE_FROM_CENTS } from '../price-list';
import { type Chosen, orderOf } from './buy-button';

type Props = { team: string; chosen: Chosen | null; invoiceTo: InvoiceTo; className?: string };

/** The other way to pay, from `INVOICE_FROM_CENTS` on. Below that a note has its place, so that nothing moves. */
export function InvoiceOrder({ team, chosen, invoiceTo, className }: Props) {
  const offered = chosen !== null && chosen.amountCents >= INVOICE_FROM_CENTS;
  if (!offered)
    return (
      <p className={cn('flex h-control items-center justify-center text-12 text-ink-3', className)}>
        Invoice from {formatCents(INVOICE_FROM_CENTS)}
      </p>
    );
  return (
    <Dialog
      trigger={
        <Button variant="bare" className={cn('w-full', className)}>
          Pay by invoice
        </Button>
      }
      title={`${formatCredits(chosen.credits)} by invoice`}
      description={`Due in ${INVOICE_DUE_DAYS} days. The credits are added when it is paid.`}
    >
      <InvoiceForm team={team} chosen={chosen} invoiceTo={invoiceTo} />
    </Dialog>
  );
}

function InvoiceForm({ team, chosen, invoiceTo }: { team: string; chosen: Chosen; invoiceTo: InvoiceTo }) {
  const [poNumber, setPoNumber] = useState(invoiceTo.poNumber ?? '');
  const { pending, refusal, submit } = useSubmit(LOST_COUNTS_ONCE);
  const { keyFor } = useRequestKey();
  const router = useRouter();

  function send() {
    const po = poNumber.trim();
    // What the invoice says is part of the order.
    const order = { ...orderOf(chosen), ...(po ? { poNumber: po } : {}) };
    submit(() => orderByInvoiceAction(team, { ...order, idempotencyKey: keyFor(order) }), {
      onDone: ({ orderId }) => router.push(`/teams/${team}/credits/buy/${orderId}`),
    });
  }

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <KeyValueList className="border-y">
        <KeyValue name="Credits">
          <CreditAmount amount={chosen.credits} />
        </KeyValue>
        <KeyValue name="Amount, before tax" strong>
          {formatCents(chosen.amountCents)}
        </KeyValue>
        <KeyValue name="Sent to">{invoiceTo.email}</KeyValue>
      </KeyValueList>
      <div>
        <div className="mb-1 flex items-baseline justify-between gap-4">
          <p className="font-medium">Billed to</p>
          <Link href={`/teams/${team}/billing#details`} className="link">
            Change
          </Link>
        </div>
        <address className="text-ink-2 not-italic">
          {invoiceTo.lines.map((line) => (
            <span key={line} className="block wrap-anywhere">
              {line}
            </span>
          ))}
        </address>
        {!invoiceTo.complete && (
          <p className="mt-1 text-12 text-ink-3">
            No company or address yet. Accounting usually asks for both.
          </p>
        )}
      </div>
      <TextField
        label="Purchase order number (optional)"
        hint="Printed on the invoice."
        maxLength={30}
        autoComplete="off"
        value={poNumber}
        onChange={(event) => setPoNumber(event.target.value)}
      />
      {refusal && <Alert tone="bad">{refusal.message}</Alert>}
      <DialogActions>
        <DialogClose>
          <Button disabled={pending}>Cancel</Button>
        </DialogClose>
        <SubmitButton pending={pending}>Send invoice for {formatCents(chosen.amountCents)}</SubmitButton>
      </DialogActions>
    </form>
  );
}
