'use client';

import { X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast';
import { LOST_COUNTS_ONCE, type Refusal, useSubmit } from '@/components/ui/use-submit';
import { formatCredits } from '@/lib/money';
import { newRequestKey } from '@/lib/request-key';
import { giveAction, reclaimAction } from '../actions';
import { MAX_AMOUNT } from '../rules';

export type WalletMove = 'give' | 'reclaim';

const WORDS = { give: 'Give', reclaim: 'Reclaim' } as const;
const USUAL = 10;

type Props = {
  team: string;
  person: { memberId: string; name: string };
  move: WalletMove;
  /** The most that can move now: the pool, or what is free in the wallet. */
  most: number;
  onClose: () => void;
};

/** The inline stepper of a wallet's row: how many, and the one button that says so. */
export function WalletMoveForm({ team, person, move, most, onClose }: Props) {
  const [amount, setAmount] = useState(Math.max(1, Math.min(USUAL, most)));
  // One opened form is one request: sent twice, or again after a lost connection, it counts once.
  const [idempotencyKey] = useState(newRequestKey);
  const { pending, busy, refusal, submit } = useSubmit(LOST_COUNTS_ONCE);
  const router = useRouter();
  const errorId = useId();
  const form = useRef<HTMLFormElement>(null);

  // The button that opened the form is gone, and so is the focus while the form is sent: the keyboard goes on in the number.
  // On touch that would raise the keyboard.
  useEffect(() => {
    if (!pending && matchMedia('(pointer: fine)').matches) form.current?.querySelector('input')?.select();
  }, [pending]);

  function send() {
    const act = move === 'give' ? giveAction : reclaimAction;
    submit(() => act(team, { memberId: person.memberId, amount, idempotencyKey }), {
      onDone: () => {
        toast.success(
          move === 'give'
            ? `${formatCredits(amount)} given to ${person.name}.`
            : `${formatCredits(amount)} reclaimed from ${person.name}.`,
        );
        onClose();
      },
      onRefused: ({ code }) => {
        if (code === 'idempotency_mismatch') router.refresh();
      },
    });
  }

  return (
    <form
      ref={form}
      className="flex flex-wrap items-center justify-end gap-2"
      aria-describedby={refusal ? errorId : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !busy()) onClose();
      }}
    >
      <Stepper
        label={`Credits to ${move}, ${person.name}`}
        value={amount}
        onValueChange={setAmount}
        min={1}
        max={Math.max(1, Math.min(most, MAX_AMOUNT))}
        disabled={pending}
      />
      <Button type="submit" size="sm" pending={pending}>
        {WORDS[move]} {amount}
      </Button>
      <Button variant="bare" size="icon-sm" aria-label="Close" onClick={onClose} disabled={pending}>
        <X className="size-4" aria-hidden="true" />
      </Button>
      {refusal && (
        <p id={errorId} role="alert" className="w-full whitespace-normal text-right text-12 text-bad">
          {messageOf(refusal)}
        </p>
      )}
    </form>
  );
}

function messageOf({ code, message }: Refusal): string {
  return code === 'idempotency_mismatch'
    ? 'This was already sent with another number. The balances shown are up to date.'
    : message;
}
