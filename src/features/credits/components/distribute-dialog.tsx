'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { SelectField } from '@/components/ui/field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast';
import { useRequestKey } from '@/components/ui/use-request-key';
import { LOST_COUNTS_ONCE, type Refusal, type Submit, useSubmit } from '@/components/ui/use-submit';
import { formatCredits } from '@/lib/money';
import { countedPeople } from '@/lib/words';
import { type Distribution, distributeAction } from '../distribute-actions';
import { MAX_AMOUNT } from '../rules';
import { DistributionPreview } from './distribution-preview';
import { usePreview } from './use-preview';

type Props = {
  team: string;
  pool: number;
  /** Names of the departments people are in. */
  departments: readonly string[];
};

const MODES = [
  { value: 'even', label: 'Even split' },
  { value: 'top-up', label: 'Top up to' },
];
const USUAL_TARGET = 10;

/** Credits for everybody at once: choose how, see who gets what, then give it. */
export function DistributeDialog(props: Props) {
  const [open, setOpen] = useState(false);
  const sending = useSubmit(LOST_COUNTS_ONCE);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!sending.busy()) setOpen(next);
      }}
      size="reading"
      trigger={
        <Button disabled={props.pool === 0} className="text-ink">
          Auto-distribute
        </Button>
      }
      title="Auto-distribute"
      description={`The pool has ${formatCredits(props.pool)}. You see who gets what before anything moves.`}
    >
      <DistributeForm {...props} close={() => setOpen(false)} sending={sending} />
    </Dialog>
  );
}

function DistributeForm({
  team,
  pool,
  departments,
  close,
  sending: { pending, refusal, clear, submit },
}: Props & { close: () => void; sending: Submit }) {
  const [mode, setMode] = useState('even');
  const [amount, setAmount] = useState(Math.min(pool, MAX_AMOUNT));
  const [target, setTarget] = useState(USUAL_TARGET);
  const [department, setDepartment] = useState('');
  const who = department ? { department } : {};
  const input: Distribution =
    mode === 'even' ? { mode: 'even', amount, ...who } : { mode: 'top-up', target, ...who };
  const preview = usePreview(team, input, pool);
  const router = useRouter();
  const { keyFor } = useRequestKey();

  const { outcome } = preview;
  function give() {
    if (!outcome || preview.loading) return;
    const { expected } = outcome;
    // One preview is one request.
    const request = { distribution: input, expected, idempotencyKey: keyFor(expected) };
    submit(() => distributeAction(team, request), {
      onDone: (given) => {
        toast.success(summaryOf(given));
        close();
      },
      onRefused: ({ code }) => {
        if (!code) return;
        preview.again();
        router.refresh();
      },
    });
  }
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      clear();
      set(value);
    };

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      <div className="flex flex-wrap items-end gap-3">
        <SegmentedControl
          label="How"
          name="mode"
          options={MODES}
          value={mode}
          onValueChange={change(setMode)}
        />
        {mode === 'even' ? (
          <Stepper
            key="amount"
            label="Credits to split"
            value={amount}
            onValueChange={change(setAmount)}
            min={1}
            max={Math.min(pool, MAX_AMOUNT)}
            className="h-control! phone:w-full phone:justify-between"
          />
        ) : (
          <Stepper
            key="target"
            label="Credits everybody has afterwards"
            value={target}
            onValueChange={change(setTarget)}
            min={1}
            max={MAX_AMOUNT}
            className="h-control! phone:w-full phone:justify-between"
          />
        )}
        {departments.length > 0 && (
          <SelectField
            label="Who"
            hideLabel
            className="ml-auto w-48 phone:w-full"
            value={department}
            onChange={(event) => change(setDepartment)(event.currentTarget.value)}
          >
            <option value="">Everybody</option>
            {departments.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      {refusal && <Alert tone="warn">{messageOf(refusal)}</Alert>}
      <DistributionPreview preview={preview} enough={target} />
      <p className="flex items-center justify-between border-t pt-3">
        <span className="text-ink-2">Pool after</span>
        <CreditAmount amount={outcome?.poolAfter ?? pool} />
      </p>
      <DialogActions>
        <DialogClose>
          <Button disabled={pending}>Cancel</Button>
        </DialogClose>
        <Button
          type="submit"
          variant="key"
          pending={pending}
          disabled={!outcome || preview.loading || outcome.total === 0}
        >
          {outcome ? `Give ${formatCredits(outcome.total)} to ${countedPeople(outcome.people)}` : 'Give'}
        </Button>
      </DialogActions>
    </form>
  );
}

function summaryOf(given: { total: number; people: number }): string {
  return `${formatCredits(given.total)} given to ${countedPeople(given.people)}.`;
}

function messageOf({ message, details }: Refusal): string {
  return details?.reason === 'changed'
    ? 'Balances changed in the meantime. Nothing was given. This is the new preview.'
    : message;
}
