'use client';

import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';

export const EMPTY_CARD = { number: '', expiry: '', cvc: '' };
export type TypedCard = typeof EMPTY_CARD;

type TestCard = { label: string; number: string };

/** What pages that charge at once can be tried with. */
const PAYING: readonly TestCard[] = [
  { label: 'Succeeds', number: '4242 4242 4242 4242' },
  { label: 'Declined', number: '4000 0000 0000 0002' },
  { label: 'No funds', number: '4000 0000 0000 9995' },
  { label: 'Asks its owner', number: '4000 0027 6000 3184' },
  { label: 'Disputed', number: '4000 0000 0000 0259' },
];

/** What a card that is kept can be. */
const KEEPING: readonly TestCard[] = [
  { label: 'Succeeds', number: '4242 4242 4242 4242' },
  { label: 'Asks its owner', number: '4000 0027 6000 3184' },
  { label: 'Fails when charged', number: '4000 0000 0000 0341' },
  { label: 'Declined', number: '4000 0000 0000 0002' },
];

type Props = {
  card: TypedCard;
  onChange: (card: TypedCard) => void;
  errors: Record<string, string>;
  keeping?: boolean;
};

/** Number, expiry and code of a test card, and buttons that fill them in. */
export function TestCardFields({ card, onChange, errors, keeping = false }: Props) {
  const field = (name: keyof TypedCard) => ({
    name,
    value: card[name],
    error: errors[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...card, [name]: event.target.value }),
  });
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="mb-2 text-ink-2">Fill in a test card</legend>
        <div className="flex flex-wrap gap-2">
          {(keeping ? KEEPING : PAYING).map(({ label, number }) => (
            <Button
              key={number}
              size="sm"
              onClick={() => onChange({ number, expiry: '12 / 34', cvc: '123' })}
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
    </>
  );
}
