'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { PaymentForm } from './payment-form';
import { type CardAnswer, NOT_SENT, pressStripe, problemOf } from './press-stripe';
import { EMPTY_CARD, TestCardFields } from './test-card-fields';

/** Keeps another test card and makes it the one that is charged. */
export function AddCard({ portal }: { portal: string }) {
  const router = useRouter();
  const [card, setCard] = useState(EMPTY_CARD);
  const [answer, setAnswer] = useState<CardAnswer | null>(null);
  const [pending, setPending] = useState(false);
  const problem = answer && problemOf(answer);

  async function add(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const body = { action: 'add-card', ...card };
    const next = (await pressStripe<CardAnswer>(`portal/${portal}`, body)) ?? NOT_SENT;
    setAnswer(next);
    setPending(false);
    if (next.redirect) window.location.assign(next.redirect);
    else if (next.status === 'done') {
      setCard(EMPTY_CARD);
      router.refresh();
    }
  }

  return (
    <PaymentForm onSubmit={add}>
      {problem && (
        <Alert tone="bad" title={problem.title}>
          {problem.text}
        </Alert>
      )}
      <TestCardFields card={card} onChange={setCard} errors={answer?.fields ?? {}} keeping />
      <SubmitButton pending={pending} className="justify-self-start">
        Add card
      </SubmitButton>
    </PaymentForm>
  );
}
