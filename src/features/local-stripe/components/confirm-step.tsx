'use client';

import { Button } from '@/components/ui/button';

type Props = {
  /** `h1` where it is all that the page is about. */
  heading: 'h1' | 'h2';
  pending: boolean;
  onAnswer: (confirmed: boolean) => void;
};

/** What the bank of a card shows its owner before it pays (3-D Secure). */
export function ConfirmStep({ heading: Heading, pending, onAnswer }: Props) {
  return (
    <div className="grid gap-4">
      <div className="grid gap-1">
        <Heading className="font-semibold text-20">Is it you?</Heading>
        <p className="text-ink-2">The bank of this card asks its owner. In this test, you answer.</p>
      </div>
      <Button variant="key" size="big" pending={pending} onClick={() => onAnswer(true)} className="w-full">
        Yes, confirm the payment
      </Button>
      <Button size="big" disabled={pending} onClick={() => onAnswer(false)} className="w-full">
        No, refuse it
      </Button>
    </div>
  );
}
