'use client';

import { X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast';
import { LOST_COUNTS_ONCE, useSubmit } from '@/components/ui/use-submit';
import { newRequestKey } from '@/lib/request-key';
import { giveAction, reclaimAction } from '../actions';
import { MAX_AMOUNT } from '../rules';

export type WalletMove = 'give' | 'reclaim';

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
  const { t } = useTexts();
  const [wanted, setWanted] = useState(USUAL);
  const max = Math.max(1, Math.min(most, MAX_AMOUNT));
  // There may be less by now than when the form was opened.
  const amount = Math.min(wanted, max);
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
            ? t('credits.client.given.person', { amount, name: person.name })
            : t('credits.client.reclaimed.person', { amount, name: person.name }),
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
        label={t(`credits.client.wallet.${move}Amount`, { name: person.name })}
        value={amount}
        onValueChange={setWanted}
        min={1}
        max={max}
        disabled={pending}
      />
      <Button type="submit" size="sm" pending={pending} className="phone:h-control pointer-coarse:h-control">
        {t(`credits.client.wallet.${move}`, { amount })}
      </Button>
      <Button
        variant="bare"
        size="icon-sm"
        aria-label={t('ui.client.close')}
        onClick={onClose}
        disabled={pending}
      >
        <X className="size-4" aria-hidden="true" />
      </Button>
      {refusal && (
        <p id={errorId} role="alert" className="w-full whitespace-normal text-right text-12 text-bad">
          {refusal.code === 'idempotency_mismatch' ? t('credits.client.wallet.sentBefore') : refusal.message}
        </p>
      )}
    </form>
  );
}
