'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatCents } from '@/lib/money';
import { ConfirmStep } from './confirm-step';
import { PaymentForm } from './payment-form';
import { type CardAnswer, NOT_SENT, pressStripe, problemOf } from './press-stripe';
import { EMPTY_CARD, TestCardFields } from './test-card-fields';

type Props = {
  id: string;
  /** Cents left to pay. */
  amount: number;
  /** Whether a bank transfer can arrive for it. */
  bank: boolean;
  /** The owner of a card has been asked by its bank. */
  confirming: boolean;
};

type Press = 'card' | 'bank' | 'confirm';

/** How an open invoice is paid at the local Stripe: with a test card, or by a bank transfer that arrives at once. */
export function PayInvoice({ id, amount, bank, confirming }: Props) {
  const router = useRouter();
  const [card, setCard] = useState(EMPTY_CARD);
  const [answer, setAnswer] = useState<CardAnswer | null>(null);
  const [pending, setPending] = useState<Press | null>(null);
  const problem = answer && problemOf(answer);

  async function send(press: Press, body: object) {
    setPending(press);
    const next = (await pressStripe<CardAnswer>(`invoices/${id}`, body)) ?? NOT_SENT;
    setAnswer(next);
    setPending(null);
    router.refresh();
  }

  function pay(event: FormEvent) {
    event.preventDefault();
    void send('card', card);
  }

  if (confirming || answer?.status === 'requires_action') {
    return (
      <div className="mt-10 print:hidden">
        <ConfirmStep
          heading="h2"
          pending={pending === 'confirm'}
          onAnswer={(confirm) => void send('confirm', { confirm })}
        />
      </div>
    );
  }
  return (
    <PaymentForm onSubmit={pay} className="mt-10 print:hidden">
      <h2 className="font-semibold text-20">Pay this invoice</h2>
      {problem && (
        <Alert tone="bad" title={problem.title}>
          {problem.text}
        </Alert>
      )}
      <TestCardFields card={card} onChange={setCard} errors={answer?.fields ?? {}} />
      <SubmitButton size="big" pending={pending === 'card'} disabled={pending !== null} className="w-full">
        Pay {formatCents(amount)}
      </SubmitButton>
      {bank && (
        <Button
          size="big"
          pending={pending === 'bank'}
          disabled={pending !== null}
          onClick={() => void send('bank', { bank: true })}
          className="w-full"
        >
          A bank transfer arrives
        </Button>
      )}
    </PaymentForm>
  );
}
