'use client';

import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatCents } from '@/lib/money';
import type { CheckoutPage } from '../loaders';
import { BuyerFields, NO_BUYER } from './buyer-fields';
import { type CardAnswer, NOT_SENT, pressStripe, problemOf } from './press-stripe';
import { EMPTY_CARD, TestCardFields } from './test-card-fields';

const ANOTHER_CARD = '';

/** The card form of the local payment page. It takes Stripe's test cards and cards kept from them, and nothing else. */
export function CardForm({ page }: { page: CheckoutPage }) {
  const [card, setCard] = useState(EMPTY_CARD);
  const [buyer, setBuyer] = useState(NO_BUYER);
  const [savedCard, setSavedCard] = useState(page.savedCards[0]?.id ?? ANOTHER_CARD);
  const [promotionCode, setPromotionCode] = useState('');
  const [answer, setAnswer] = useState<CardAnswer | null>(null);
  const [pending, setPending] = useState<'card' | 'bank' | null>(null);
  const errors = answer?.fields ?? {};
  const problem = answer && problemOf(answer);

  async function send(how: 'card' | 'bank', body: object) {
    setPending(how);
    setAnswer(null);
    const next = (await pressStripe<CardAnswer>(`checkout/${page.sessionId}`, body)) ?? NOT_SENT;
    if (next.redirect) {
      window.location.assign(next.redirect);
      return;
    }
    setAnswer(next);
    setPending(null);
  }

  function pay(event: FormEvent) {
    event.preventDefault();
    const paying = savedCard === ANOTHER_CARD ? card : { savedCard };
    const asks = page.asksAddress || page.asksTaxId;
    void send('card', { ...paying, promotionCode, ...(asks ? { buyer } : {}) });
  }

  return (
    <form onSubmit={pay} noValidate className="grid gap-5">
      <h1 className="font-semibold text-20">{page.mode === 'setup' ? 'Add a card' : 'Pay with card'}</h1>
      {problem && (
        <Alert tone="bad" title={problem.title}>
          {problem.text}
        </Alert>
      )}
      {(page.asksAddress || page.asksTaxId) && (
        <BuyerFields
          buyer={buyer}
          onChange={setBuyer}
          errors={errors}
          asksAddress={page.asksAddress}
          asksTaxId={page.asksTaxId}
        />
      )}
      {page.savedCards.length > 0 && (
        <SelectField label="Card" value={savedCard} onChange={(event) => setSavedCard(event.target.value)}>
          {page.savedCards.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={ANOTHER_CARD}>Another card</option>
        </SelectField>
      )}
      {savedCard === ANOTHER_CARD && (
        <TestCardFields card={card} onChange={setCard} errors={errors} keeping={page.mode === 'setup'} />
      )}
      {page.promotions && (
        <TextField
          label="Promotion code (optional)"
          hint={
            page.mode === 'payment'
              ? 'HALF takes 50% off. FREE takes everything off and needs no card.'
              : 'HALF takes 50% off the first payment, FREE all of it.'
          }
          autoComplete="off"
          name="promotionCode"
          value={promotionCode}
          error={errors.promotionCode}
          onChange={(event) => setPromotionCode(event.target.value)}
        />
      )}
      {page.savesCard && (
        <p className="text-ink-2">The card is kept for later payments. You can remove it at any time.</p>
      )}
      <SubmitButton size="big" pending={pending === 'card'} disabled={pending !== null} className="w-full">
        {buttonLabel(page)}
      </SubmitButton>
      {page.mode === 'payment' && (
        <Button
          size="big"
          pending={pending === 'bank'}
          disabled={pending !== null}
          onClick={() => void send('bank', { bank: true })}
          className="w-full"
        >
          Pay from a bank account
        </Button>
      )}
    </form>
  );
}

function buttonLabel({ mode, amount }: CheckoutPage): string {
  if (mode === 'setup') return 'Save card';
  return mode === 'subscription' ? `Subscribe for ${formatCents(amount)}` : `Pay ${formatCents(amount)}`;
}
