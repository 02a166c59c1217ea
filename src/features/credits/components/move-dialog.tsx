'use client';

import { useRef, useState, useTransition } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { SelectField } from '@/components/ui/field';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast';
import { formatCredits } from '@/lib/money';
import { newRequestKey } from '@/lib/request-key';
import { moveAction } from '../move-actions';

type Props = {
  team: string;
  person: { memberId: string; name: string };
  free: number;
  others: readonly { memberId: string; name: string }[];
};

/** Wallet to wallet, without the pool in between. */
export function MoveDialog(props: Props) {
  const [open, setOpen] = useState(false);
  const locked = useRef(false);
  const { person, free } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!locked.current) setOpen(next);
      }}
      trigger={
        <Button size="sm" disabled={free === 0} aria-label={`Move credits of ${person.name}`}>
          Move to…
        </Button>
      }
      title={`Move credits of ${person.name}`}
      description={`${formatCredits(free)} are free.`}
    >
      <MoveForm {...props} locked={locked} close={() => setOpen(false)} />
    </Dialog>
  );
}

function MoveForm({
  team,
  person,
  free,
  others,
  locked,
  close,
}: Props & { locked: { current: boolean }; close: () => void }) {
  const [to, setTo] = useState(others[0]?.memberId ?? '');
  const [amount, setAmount] = useState(free);
  const [error, setError] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const key = useRef({ request: '', value: '' });
  const name = others.find(({ memberId }) => memberId === to)?.name ?? '';

  function move() {
    if (locked.current) return;
    locked.current = true;
    const request = `${to} ${amount}`;
    if (key.current.request !== request) key.current = { request, value: newRequestKey() };
    startTransition(async () => {
      const input = {
        fromMemberId: person.memberId,
        toMemberId: to,
        amount,
        idempotencyKey: key.current.value,
      };
      const result = await moveAction(team, input).catch(() => null);
      locked.current = false;
      if (result?.ok) {
        toast.success(`${formatCredits(amount)} moved to ${name}.`);
        close();
      } else setError(result?.message ?? 'The connection was lost. Send it again: it counts once.');
    });
  }

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        move();
      }}
    >
      <SelectField label="To" value={to} onChange={(event) => setTo(event.currentTarget.value)}>
        {others.map(({ memberId, name: other }) => (
          <option key={memberId} value={memberId}>
            {other}
          </option>
        ))}
      </SelectField>
      <div className="flex items-center justify-between gap-4">
        <span className="font-medium" aria-hidden="true">
          How many
        </span>
        <Stepper
          label="Credits to move"
          value={amount}
          onValueChange={setAmount}
          min={1}
          max={Math.max(1, free)}
          disabled={pending}
        />
      </div>
      {error && <Alert tone="bad">{error}</Alert>}
      <DialogActions>
        <DialogClose>
          <Button disabled={pending}>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="key" pending={pending} disabled={amount > free}>
          Move {formatCredits(amount)} to {name}
        </Button>
      </DialogActions>
    </form>
  );
}
