'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { SelectField } from '@/components/ui/field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast';
import { useRequestKey } from '@/components/ui/use-request-key';
import { LOST_COUNTS_ONCE, type Submit, useSubmit } from '@/components/ui/use-submit';
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

const USUAL_TARGET = 10;

/** Credits for everybody at once: choose how, see who gets what, then give it. */
export function DistributeDialog(props: Props) {
  const { t } = useTexts();
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
          {t('credits.client.distribute.title')}
        </Button>
      }
      title={t('credits.client.distribute.title')}
      description={t('credits.client.distribute.lead', { pool: props.pool })}
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
  const { t } = useTexts();
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
        toast.success(t('credits.client.given.people', { amount: given.total, people: given.people }));
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
          label={t('credits.client.distribute.how')}
          name="mode"
          options={[
            { value: 'even', label: t('credits.client.distribute.even') },
            { value: 'top-up', label: t('credits.client.distribute.topUp') },
          ]}
          value={mode}
          onValueChange={change(setMode)}
        />
        {mode === 'even' ? (
          <Stepper
            key="amount"
            label={t('credits.client.distribute.amount')}
            value={amount}
            onValueChange={change(setAmount)}
            min={1}
            max={Math.min(pool, MAX_AMOUNT)}
            className="h-control! phone:w-full phone:justify-between"
          />
        ) : (
          <Stepper
            key="target"
            label={t('credits.client.distribute.target')}
            value={target}
            onValueChange={change(setTarget)}
            min={1}
            max={MAX_AMOUNT}
            className="h-control! phone:w-full phone:justify-between"
          />
        )}
        {departments.length > 0 && (
          <SelectField
            label={t('credits.client.distribute.who')}
            hideLabel
            className="ml-auto w-48 phone:w-full"
            value={department}
            onChange={(event) => change(setDepartment)(event.currentTarget.value)}
          >
            <option value="">{t('credits.client.distribute.everybody')}</option>
            {departments.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      {refusal && (
        <Alert tone="warn">
          {refusal.details?.reason === 'changed' ? t('credits.client.distribute.changed') : refusal.message}
        </Alert>
      )}
      <DistributionPreview preview={preview} enough={target} />
      <p className="flex items-center justify-between border-t pt-3">
        <span className="text-ink-2">{t('credits.client.distribute.poolAfter')}</span>
        <CreditAmount amount={outcome?.poolAfter ?? pool} />
      </p>
      <DialogActions>
        <DialogClose>
          <Button disabled={pending}>{t('ui.client.cancel')}</Button>
        </DialogClose>
        <Button
          type="submit"
          variant="key"
          pending={pending}
          disabled={!outcome || preview.loading || outcome.total === 0}
        >
          {outcome
            ? t('credits.client.distribute.submit', { amount: outcome.total, people: outcome.people })
            : t('credits.client.give')}
        </Button>
      </DialogActions>
    </form>
  );
}
