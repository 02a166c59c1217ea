'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { TextareaField } from '@/components/ui/field';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { Stepper } from '@/components/ui/stepper';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toast';
import { formatCents, formatCredits } from '@/lib/money';
import { newRequestKey } from '@/lib/request-key';
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
  const [error, setError] = useState<{ message: string; field?: string } | null>(null);
  const [pending, startTransition] = useTransition();
  const key = useRef('');
  const router = useRouter();
  const cents = centsBack(offer, credits);
  const loss = refundLoss(offer, credits);

  function send() {
    key.current ||= newRequestKey();
    startTransition(async () => {
      const input = { paymentId, credits, reason, idempotencyKey: key.current };
      const result = await refundPaymentAction(team, input).catch(() => null);
      if (result?.ok) {
        toast.success(`${formatCents(result.value.amountCents)} is on its way back.`);
        router.refresh();
        onDone();
        return;
      }
      setError({
        message: result?.message ?? 'The connection was lost. Send it again: it counts once.',
        field: result?.fields?.reason,
      });
      // The pool may have changed: the page behind tells what is left now.
      if (result?.code === 'conflict') router.refresh();
    });
  }

  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) send();
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
            onValueChange={(next) => {
              key.current = '';
              setCredits(next);
            }}
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
        error={error?.field}
        onChange={(event) => {
          key.current = '';
          setReason(event.target.value);
        }}
      />
      {error && !error.field && <Alert tone="bad">{error.message}</Alert>}
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
