'use client';

import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { CheckoutPage } from '../loaders';

type Props = {
  page: CheckoutPage;
  typed: string;
  onType: (code: string) => void;
  error: string | undefined;
  pending: boolean;
  /** Puts the code on the page, or takes it off (an empty one). */
  onApply: (code: string) => void;
};

/** A code: typed in and taken along, or put on first to see what it does; taken off again. */
export function PromotionCode({ page, typed, onType, error, pending, onApply }: Props) {
  const { discount } = page;
  if (discount) {
    return (
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span>
          Code <span className="font-medium">{discount.name}</span> is on.
        </span>
        <Button size="sm" pending={pending} onClick={() => onApply('')}>
          Take it off
        </Button>
      </p>
    );
  }
  return (
    <Field
      label="Promotion code (optional)"
      hint={
        page.mode === 'payment'
          ? 'HALF takes 50% off. FREE takes everything off and needs no card.'
          : 'HALF takes 50% off the first payment, FREE all of it.'
      }
      error={error}
    >
      {(control) => (
        <div className="flex gap-2">
          <Input
            {...control}
            className="min-w-0 grow"
            autoComplete="off"
            name="promotionCode"
            value={typed}
            onChange={(event) => onType(event.target.value)}
          />
          <Button pending={pending} disabled={!typed.trim()} onClick={() => onApply(typed)}>
            Apply
          </Button>
        </div>
      )}
    </Field>
  );
}
