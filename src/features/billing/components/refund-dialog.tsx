'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { TextareaField } from '@/components/ui/field';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { Stepper } from '@/components/ui/stepper';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toast';
import { useRequestKey } from '@/components/ui/use-request-key';
import { LOST_COUNTS_ONCE, useSubmit } from '@/components/ui/use-submit';
import { refundPaymentAction } from '../payment-actions';
import { centsBack, type RefundOffer, refundLoss, refundRule } from '../refunds/refund-offer-rules';

type Props = { team: string; paymentId: string; offer: RefundOffer; pausesTopUp: boolean };

/** Asks for unspent credits of a payment back: how many, and exactly how much money that is. */
export function RefundDialog(props: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t('billing.client.refund.title')}</Button>}
      title={t('billing.client.refund.title')}
    >
      <RefundForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function RefundForm({ team, paymentId, offer, pausesTopUp, onDone }: Props & { onDone: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [credits, setCredits] = useState(offer.most);
  const [reason, setReason] = useState('');
  const { pending, refusal, submit } = useSubmit(LOST_COUNTS_ONCE);
  const { keyFor } = useRequestKey();
  const router = useRouter();
  const cents = centsBack(offer, credits);
  const loss = refundLoss(offer, credits, texts);

  function send() {
    const input = { paymentId, credits, reason };
    submit(() => refundPaymentAction(team, { ...input, idempotencyKey: keyFor(input) }), {
      onDone: ({ amountCents }) => {
        toast.success(t('billing.client.refund.done', { amount: texts.cents(amountCents) }));
        router.refresh();
        onDone();
      },
      // The pool may have changed: the page behind tells what is left now.
      onRefused: ({ code }) => {
        if (code === 'conflict') router.refresh();
      },
    });
  }

  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <KeyValueList className="border-y">
        <KeyValue name={t('billing.client.refund.credits')}>
          <Stepper
            label={t('billing.client.refund.credits')}
            value={credits}
            min={1}
            max={offer.most}
            disabled={pending}
            onValueChange={setCredits}
          />
        </KeyValue>
        <KeyValue name={t('billing.client.refund.most')}>
          <CreditAmount amount={offer.most} />
        </KeyValue>
        <KeyValue name={t('billing.client.refund.amount')} strong>
          <span aria-live="polite">{texts.cents(cents)}</span>
        </KeyValue>
      </KeyValueList>
      <div>
        <p className="text-ink-2">
          {refundRule(credits, offer.terms.credits, texts)}
          {pausesTopUp && ` ${t('billing.client.refund.pausesTopUp')}`}
        </p>
        <div aria-live="polite">
          {loss && (
            <Alert tone="warn" className="mt-4">
              {loss}
            </Alert>
          )}
        </div>
      </div>
      <TextareaField
        label={t('billing.client.refund.why')}
        rows={2}
        required
        maxLength={500}
        value={reason}
        error={refusal?.fields?.reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {refusal && !refusal.fields?.reason && <Alert tone="bad">{refusal.message}</Alert>}
      <DialogActions>
        <DialogClose>
          <Button disabled={pending}>{t('ui.client.cancel')}</Button>
        </DialogClose>
        <SubmitButton pending={pending} disabled={cents === 0}>
          {t('billing.client.refund.submit', { amount: texts.cents(cents), credits: texts.credits(credits) })}
        </SubmitButton>
      </DialogActions>
    </form>
  );
}
