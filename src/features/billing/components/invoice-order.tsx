'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTexts } from '#use-texts';
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
import type { InvoiceTo } from '../loaders';
import { orderByInvoiceAction } from '../payment-actions';
import { INVOICE_DUE_DAYS, INVOICE_FROM_CENTS } from '../price-list';
import { type Chosen, orderOf } from './buy-button';

type Props = { team: string; chosen: Chosen | null; invoiceTo: InvoiceTo; className?: string };

/** The other way to pay, from `INVOICE_FROM_CENTS` on. Below that a note has its place, so that nothing moves. */
export function InvoiceOrder({ team, chosen, invoiceTo, className }: Props) {
  const { t, credits, cents } = useTexts();
  const offered = chosen !== null && chosen.amountCents >= INVOICE_FROM_CENTS;
  if (!offered)
    return (
      <p className={cn('flex h-control items-center justify-center text-12 text-ink-3', className)}>
        {t('shop.client.invoice.from', { amount: cents(INVOICE_FROM_CENTS) })}
      </p>
    );
  return (
    <Dialog
      trigger={
        <Button variant="bare" className={cn('w-full', className)}>
          {t('shop.client.invoice.open')}
        </Button>
      }
      title={t('shop.client.invoice.title', { credits: credits(chosen.credits) })}
      description={t('shop.client.invoice.lead', { days: INVOICE_DUE_DAYS })}
    >
      <InvoiceForm team={team} chosen={chosen} invoiceTo={invoiceTo} />
    </Dialog>
  );
}

function InvoiceForm({ team, chosen, invoiceTo }: { team: string; chosen: Chosen; invoiceTo: InvoiceTo }) {
  const { t, cents } = useTexts();
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
        <KeyValue name={t('shop.client.invoice.credits')}>
          <CreditAmount amount={chosen.credits} />
        </KeyValue>
        <KeyValue name={t('shop.client.invoice.amount')} strong>
          {cents(chosen.amountCents)}
        </KeyValue>
        <KeyValue name={t('shop.client.invoice.sentTo')}>{invoiceTo.email}</KeyValue>
      </KeyValueList>
      <div>
        <div className="mb-1 flex items-baseline justify-between gap-4">
          <p className="font-medium">{t('shop.client.invoice.billedTo')}</p>
          <Link href={`/teams/${team}/billing#details`} className="link">
            {t('shop.client.invoice.change')}
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
          <p className="mt-1 text-12 text-ink-3">{t('shop.client.invoice.incomplete')}</p>
        )}
      </div>
      <TextField
        label={t('shop.client.invoice.poNumber')}
        hint={t('shop.client.invoice.poHint')}
        maxLength={30}
        autoComplete="off"
        value={poNumber}
        onChange={(event) => setPoNumber(event.target.value)}
      />
      {refusal && <Alert tone="bad">{refusal.message}</Alert>}
      <DialogActions>
        <DialogClose>
          <Button disabled={pending}>{t('ui.client.cancel')}</Button>
        </DialogClose>
        <SubmitButton pending={pending}>
          {t('shop.client.invoice.submit', { amount: cents(chosen.amountCents) })}
        </SubmitButton>
      </DialogActions>
    </form>
  );
}
