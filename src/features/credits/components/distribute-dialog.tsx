'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { SelectField } from '@/components/ui/field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast';
import { formatCredits } from '@/lib/money';
import { newRequestKey } from '@/lib/request-key';
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
  const locked = useRef(false);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!locked.current) setOpen(next);
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
      <DistributeForm {...props} close={() => setOpen(false)} locked={locked} />
    </Dialog>
  );
}

function DistributeForm({
  team,
  pool,
  departments,
  close,
  locked,
}: Props & { close: () => void; locked: { current: boolean } }) {
  const [mode, setMode] = useState('even');
  const [amount, setAmount] = useState(Math.min(pool, MAX_AMOUNT));
  const [target, setTarget] = useState(USUAL_TARGET);
  const [department, setDepartment] = useState('');
  const who = department ? { department } : {};
  const input: Distribution =
    mode === 'even' ? { mode: 'even', amount, ...who } : { mode: 'top-up', target, ...who };
  const preview = usePreview(team, input, pool);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  // One preview is one request: sent twice, or again after a lost connection, it counts once.
  const key = useRef({ expected: '', value: '' });

  const { outcome } = preview;
  function give() {
    if (locked.current || !outcome || preview.loading) return;
    locked.current = true;
    if (key.current.expected !== outcome.expected)
      key.current = { expected: outcome.expected, value: newRequestKey() };
    startTransition(async () => {
      const result = await distributeAction(team, {
        distribution: input,
        expected: outcome.expected,
        idempotencyKey: key.current.value,
      }).catch(() => null);
      locked.current = false;
      if (result?.ok) {
        toast.success(summaryOf(result.value));
        close();
        return;
      }
      setFailure(result ? messageOf(result) : 'The connection was lost. Send it again: it counts once.');
      if (result) {
        preview.again();
        router.refresh();
      }
    });
  }
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setFailure(null);
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
      {failure && <Alert tone="warn">{failure}</Alert>}
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

function messageOf({ message, details }: { message: string; details?: Record<string, unknown> }): string {
  return details?.reason === 'changed'
    ? 'Balances changed in the meantime. Nothing was given. This is the new preview.'
    : message;
}
