'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatCents } from '@/lib/money';
import type { CheckoutPage } from '../loaders';
import { BuyerFields, NO_BUYER } from './buyer-fields';
import { ConfirmStep } from './confirm-step';
import { PaymentForm } from './payment-form';
import { type CardAnswer, NOT_SENT, pressStripe, problemOf } from './press-stripe';
import { PromotionCode } from './promotion-code';
import { EMPTY_CARD, TestCardFields } from './test-card-fields';

const ANOTHER_CARD = '';

type Press = 'card' | 'bank' | 'code' | 'confirm';

/** The card form of the local payment page. It takes Stripe's test cards and cards kept from them, and nothing else. */
export function CardForm({ page }: { page: CheckoutPage }) {
  const router = useRouter();
  const [card, setCard] = useState(EMPTY_CARD);
  const [buyer, setBuyer] = useState(NO_BUYER);
  const [savedCard, setSavedCard] = useState(page.savedCards[0]?.id ?? ANOTHER_CARD);
  const [code, setCode] = useState('');
  const [answer, setAnswer] = useState<CardAnswer | null>(null);
  const [pending, setPending] = useState<Press | null>(null);
  const errors = answer?.fields ?? {};
  const problem = answer && problemOf(answer);
  const asks = page.asksAddress || page.asksTaxId;
  const needsCard = page.mode !== 'payment' || page.amount > 0;

  async function send(press: Press, body: object) {
    setPending(press);
    setAnswer(null);
    const next = (await pressStripe<CardAnswer>(`checkout/${page.sessionId}`, body)) ?? NOT_SENT;
    if (next.redirect) {
      window.location.assign(next.redirect);
      return;
    }
    setAnswer(next);
    setPending(null);
    // The page's own state has changed: a code is on or off, a card waits for its owner or does not any more.
    if (press === 'code' && next.status === 'changed') setCode('');
    router.refresh();
  }

  const order = { ...(code.trim() ? { promotionCode: code } : {}), ...(asks ? { buyer } : {}) };

  function pay(event: FormEvent) {
    event.preventDefault();
    void send('card', { ...(savedCard === ANOTHER_CARD ? card : { savedCard }), ...order });
  }

  if (page.confirming || answer?.status === 'requires_action') {
    return (
      <ConfirmStep
        heading="h1"
        pending={pending === 'confirm'}
        onAnswer={(confirm) => void send('confirm', { confirm })}
      />
    );
  }
  return (
    <PaymentForm onSubmit={pay}>
      <h1 className="font-semibold text-20">{page.mode === 'setup' ? 'Add a card' : 'Pay with card'}</h1>
      {problem && (
        <Alert tone="bad" title={problem.title}>
          {problem.text}
        </Alert>
      )}
      {asks && (
        <BuyerFields
          buyer={buyer}
          onChange={setBuyer}
          errors={errors}
          asksAddress={page.asksAddress}
          asksTaxId={page.asksTaxId}
        />
      )}
      {needsCard && page.savedCards.length > 0 && (
        <SelectField label="Card" value={savedCard} onChange={(event) => setSavedCard(event.target.value)}>
          {page.savedCards.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={ANOTHER_CARD}>Another card</option>
        </SelectField>
      )}
      {needsCard && savedCard === ANOTHER_CARD && (
        <TestCardFields card={card} onChange={setCard} errors={errors} keeping={page.mode === 'setup'} />
      )}
      {page.promotions && (
        <PromotionCode
          page={page}
          typed={code}
          onType={setCode}
          error={errors.promotionCode}
          pending={pending === 'code'}
          onApply={(wanted) => void send('code', { code: wanted })}
        />
      )}
      {page.savesCard && (
        <p className="text-ink-2">The card is kept for later payments. You can remove it at any time.</p>
      )}
      <SubmitButton size="big" pending={pending === 'card'} disabled={pending !== null} className="w-full">
        {buttonLabel(page)}
      </SubmitButton>
      {page.mode === 'payment' && needsCard && (
        <Button
          size="big"
          pending={pending === 'bank'}
          disabled={pending !== null}
          onClick={() => void send('bank', { bank: true, ...order })}
          className="w-full"
        >
          Pay from a bank account
        </Button>
      )}
    </PaymentForm>
  );
}

function buttonLabel({ mode, amount }: CheckoutPage): string {
  if (mode === 'setup') return 'Save card';
  if (mode === 'payment' && amount === 0) return 'Complete the order';
  return mode === 'subscription' ? `Subscribe for ${formatCents(amount)}` : `Pay ${formatCents(amount)}`;
}
