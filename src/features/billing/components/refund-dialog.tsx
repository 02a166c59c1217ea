'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
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
import { formatCents, formatCredits } from '@/lib/money';
import { refundPaymentAction } from '../payment-actions';
import { centsBack, type RefundOffer, refundLoss, refundRule } from '../refunds/refund-offer-rules';

type Props = { team: string; paymentId: string; offer: RefundOffer; pausesTopUp: boolean };

/** Asks for unspent credits of a payment back: how many, and exactly how much money that is. */
export function RefundDialog(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Ask for a refund</Button>}
      title="Ask for a refund"
    >
      <RefundForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function RefundForm({ team, paymentId, offer, pausesTopUp, onDone }: Props & { onDone: () => void }) {
  const [credits, setCredits] = useState(offer.most);
  const [reason, setReason] = useState('');
  const { pending, refusal, submit } = useSubmit(LOST_COUNTS_ONCE);
  const { keyFor } = useRequestKey();
  const router = useRouter();
  const cents = centsBack(offer, credits);
  const loss = refundLoss(offer, credits);

  function send() {
    const input = { paymentId, credits, reason };
    submit(() => refundPaymentAction(team, { ...input, idempotencyKey: keyFor(input) }), {
      onDone: ({ amountCents }) => {
        toast.success(`${formatCents(amountCents)} is on its way back.`);
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
        <KeyValue name="Credits to give back">
          <Stepper
            label="Credits to give back"
            value={credits}
            min={1}
            max={offer.most}
            disabled={pending}
            onValueChange={setCredits}
          />
        </KeyValue>
        <KeyValue name="At most">
          <CreditAmount amount={offer.most} />
        </KeyValue>
        <KeyValue name="Refund" strong>
          <span aria-live="polite">{formatCents(cents)}</span>
        </KeyValue>
      </KeyValueList>
      <div>
        <p className="text-ink-2">
          {refundRule(credits, offer.terms.credits)}
          {pausesTopUp && ' Automatic top-up is paused, so that the card does not buy them again.'}
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
        label="Why?"
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
          <Button disabled={pending}>Cancel</Button>
        </DialogClose>
        <SubmitButton pending={pending} disabled={cents === 0}>
          Refund {formatCents(cents)} for {formatCredits(credits)}
        </SubmitButton>
      </DialogActions>
    </form>
  );
}
