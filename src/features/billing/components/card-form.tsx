'use client';

import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatCents } from '@/lib/money';
import type { CheckoutPage } from '../checkout-page-loaders';

const EMPTY = { number: '', expiry: '', cvc: '', promotionCode: '' };
type Fields = typeof EMPTY;

const TEST_CARDS = [
  { label: 'Succeeds', number: '4242 4242 4242 4242' },
  { label: 'Declined', number: '4000 0000 0000 0002' },
  { label: 'No funds', number: '4000 0000 0000 9995' },
] as const;

type Answer = { status: string; redirect?: string; message?: string; fields?: Partial<Fields> };

/** The card form of the local payment page. It takes Stripe's test cards and nothing else. */
export function CardForm({ page }: { page: CheckoutPage }) {
  const [card, setCard] = useState(EMPTY);
  const [errors, setErrors] = useState<Partial<Fields>>({});
  const [problem, setProblem] = useState<{ title: string; text: string } | null>(null);
  const [pending, setPending] = useState(false);

  const field = (name: keyof Fields) => ({
    name,
    value: card[name],
    error: errors[name],
    onChange: (event: { target: { value: string } }) => setCard({ ...card, [name]: event.target.value }),
  });

  async function pay(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    setProblem(null);
    setErrors({});
    const answer = await send(page.sessionId, card);
    if (answer.redirect) {
      window.location.assign(answer.redirect);
      return;
    }
    setErrors(answer.fields ?? {});
    if (answer.status === 'declined')
      setProblem({ title: answer.message ?? '', text: 'Not charged. Try another card.' });
    if (answer.status === 'closed')
      setProblem({ title: 'This page is closed.', text: 'Not charged. Go back and order again.' });
    if (answer.status === 'unreached')
      setProblem({ title: 'The payment was not sent.', text: 'Not charged. Try again.' });
    setPending(false);
  }

  return (
    <form onSubmit={pay} noValidate className="grid gap-5">
      <h1 className="font-semibold text-20">Pay with card</h1>
      {problem && (
        <Alert tone="bad" title={problem.title}>
          {problem.text}
        </Alert>
      )}
      <fieldset className="grid gap-2">
        <legend className="mb-2 text-ink-2">Fill in a test card</legend>
        <div className="flex flex-wrap gap-2">
          {TEST_CARDS.map(({ label, number }) => (
            <Button
              key={number}
              size="sm"
              onClick={() => setCard({ ...card, number, expiry: '12 / 34', cvc: '123' })}
            >
              {label} ···· {number.slice(-4)}
            </Button>
          ))}
        </div>
      </fieldset>
      <TextField
        label="Card number"
        inputMode="numeric"
        autoComplete="cc-number"
        placeholder="1234 1234 1234 1234"
        {...field('number')}
      />
      <div className="grid grid-cols-2 gap-4">
        <TextField label="Expiry" autoComplete="cc-exp" placeholder="MM / YY" {...field('expiry')} />
        <TextField
          label="CVC"
          inputMode="numeric"
          autoComplete="cc-csc"
          placeholder="CVC"
          {...field('cvc')}
        />
      </div>
      {page.promotions && (
        <TextField
          label="Promotion code (optional)"
          hint="HALF takes 50% off. FREE takes everything off and needs no card."
          autoComplete="off"
          {...field('promotionCode')}
        />
      )}
      <SubmitButton size="big" pending={pending} className="w-full">
        Pay {formatCents(page.amount)}
      </SubmitButton>
    </form>
  );
}

async function send(sessionId: string, card: Fields): Promise<Answer> {
  try {
    const response = await fetch(`/api/dev/checkout/${sessionId}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(card),
    });
    return response.ok ? ((await response.json()) as Answer) : { status: 'unreached' };
  } catch {
    return { status: 'unreached' };
  }
}
