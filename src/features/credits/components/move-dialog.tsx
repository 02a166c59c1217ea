'use client';

import { useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { SelectField } from '@/components/ui/field';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast';
import { useRequestKey } from '@/components/ui/use-request-key';
import { LOST_COUNTS_ONCE, type Submit, useSubmit } from '@/components/ui/use-submit';
import { moveAction } from '../move-actions';

type Props = {
  team: string;
  person: { memberId: string; name: string };
  free: number;
  others: readonly { memberId: string; name: string }[];
};

/** Wallet to wallet, without the pool in between. */
export function MoveDialog(props: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const sending = useSubmit(LOST_COUNTS_ONCE);
  const { person, free } = props;
  const title = t('credits.client.move.title', { name: person.name });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!sending.busy()) setOpen(next);
      }}
      trigger={
        <Button size="sm" disabled={free === 0} aria-label={title}>
          {t('credits.client.move.open')}
        </Button>
      }
      title={title}
      description={t('credits.client.move.free', { free })}
    >
      <MoveForm {...props} sending={sending} close={() => setOpen(false)} />
    </Dialog>
  );
}

function MoveForm({
  team,
  person,
  free,
  others,
  sending: { pending, refusal, submit },
  close,
}: Props & { sending: Submit; close: () => void }) {
  const { t } = useTexts();
  const [to, setTo] = useState(others[0]?.memberId ?? '');
  const [amount, setAmount] = useState(free);
  const { keyFor } = useRequestKey();
  const name = others.find(({ memberId }) => memberId === to)?.name ?? '';

  function move() {
    const input = { fromMemberId: person.memberId, toMemberId: to, amount };
    submit(() => moveAction(team, { ...input, idempotencyKey: keyFor(input) }), {
      onDone: () => {
        toast.success(t('credits.client.move.done', { amount, name }));
        close();
      },
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
      <SelectField
        label={t('credits.client.move.to')}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      >
        {others.map(({ memberId, name: other }) => (
          <option key={memberId} value={memberId}>
            {other}
          </option>
        ))}
      </SelectField>
      <div className="flex items-center justify-between gap-4">
        <span className="font-medium" aria-hidden="true">
          {t('credits.client.howMany')}
        </span>
        <Stepper
          label={t('credits.client.move.amount')}
          value={amount}
          onValueChange={setAmount}
          min={1}
          max={Math.max(1, free)}
          disabled={pending}
        />
      </div>
      {refusal && <Alert tone="bad">{refusal.message}</Alert>}
      <DialogActions>
        <DialogClose>
          <Button disabled={pending}>{t('ui.client.cancel')}</Button>
        </DialogClose>
        <Button type="submit" variant="key" pending={pending} disabled={amount > free}>
          {t('credits.client.move.submit', { amount, name })}
        </Button>
      </DialogActions>
    </form>
  );
}
