'use client';

import { X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast';
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
  const [error, setError] = useState<string | null>(null);
  // One opened form is one request: sent twice, or again after a lost connection, it counts once.
  const [idempotencyKey] = useState(newRequestKey);
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  const errorId = useId();
  const form = useRef<HTMLFormElement>(null);

  // The button that opened the form is gone, and so is the focus while the form is sent: the keyboard goes on in the number.
  // On touch that would raise the keyboard.
  useEffect(() => {
    if (!pending && matchMedia('(pointer: fine)').matches) form.current?.querySelector('input')?.select();
  }, [pending]);

  function send() {
    startTransition(async () => {
      const act = move === 'give' ? giveAction : reclaimAction;
      const input = { memberId: person.memberId, amount, idempotencyKey };
      const result = await act(team, input).catch(() => null);
      if (result?.ok) {
        toast.success(
          move === 'give'
            ? `${formatCredits(amount)} given to ${person.name}.`
            : `${formatCredits(amount)} reclaimed from ${person.name}.`,
        );
        onClose();
        return;
      }
      if (result?.code === 'idempotency_mismatch') router.refresh();
      setError(messageOf(result));
    });
  }

  return (
    <form
      ref={form}
      className="flex flex-wrap items-center justify-end gap-2"
      aria-describedby={error ? errorId : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
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
      {error && (
        <p id={errorId} role="alert" className="w-full whitespace-normal text-right text-12 text-bad">
          {error}
        </p>
      )}
    </form>
  );
}

type Failure = Extract<Awaited<ReturnType<typeof giveAction>>, { ok: false }>;

function messageOf(result: Failure | null): string {
  if (!result) return 'The connection was lost. Send it again: it counts once.';
  if (result.code === 'idempotency_mismatch')
    return 'This was already sent with another number. The balances shown are up to date.';
  return result.message;
}
