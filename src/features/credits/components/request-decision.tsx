'use client';

import { useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { TextareaField } from '@/components/ui/field';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast';
import { type Refusal, useSubmit } from '@/components/ui/use-submit';
import { approveRequestAction, declineRequestAction } from '../request-actions';
import { MAX_AMOUNT } from '../rules';

type Props = { team: string; request: { id: string; name: string; amount: number }; pool: number };

/** One press gives what was asked for; another amount and a "no" with its reason take a dialog. */
export function RequestDecision({ team, request, pool }: Props) {
  const { t } = useTexts();
  const { pending, refusal, submit } = useSubmit(LOST);
  const { name, amount } = request;

  function approve(granted: number, answer?: string, done?: () => void) {
    const input = { requestId: request.id, amount: granted, ...(answer ? { answer } : {}) };
    submit(() => approveRequestAction(team, input), {
      onDone: () => {
        toast.success(t('credits.client.given.person', { amount: granted, name }));
        done?.();
      },
    });
  }

  return (
    <div className="flex flex-wrap items-center justify-end gap-2 phone:w-full phone:*:flex-1">
      <DeclineDialog team={team} request={request} disabled={pending} />
      <AmountDialog request={request} pool={pool} pending={pending} refusal={refusal} approve={approve} />
      <Button
        size="sm"
        pending={pending}
        disabled={pool < amount}
        aria-label={t('credits.client.decide.giveTo', { amount, name })}
        onClick={() => approve(amount)}
      >
        {t('credits.client.decide.give', { amount })}
      </Button>
      {pool < amount && (
        <p className="w-full text-right text-12 text-ink-2 phone:basis-full phone:text-left">
          {t('credits.client.short', { pool, short: amount - pool })}
        </p>
      )}
      {refusal && (
        <p role="alert" className="w-full text-right text-12 text-bad phone:basis-full phone:text-left">
          {refusal.message}
        </p>
      )}
    </div>
  );
}

const LOST = 'ui.client.lost.givenOnce';

function AmountDialog({
  request,
  pool,
  pending,
  refusal,
  approve,
}: {
  request: Props['request'];
  pool: number;
  pending: boolean;
  refusal: Refusal | null;
  approve: (granted: number, answer?: string, done?: () => void) => void;
}) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [granted, setGranted] = useState(request.amount);
  const [answer, setAnswer] = useState('');
  const most = Math.max(1, Math.min(pool, MAX_AMOUNT));
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (pending) return;
        setGranted(Math.min(request.amount, most));
        setOpen(next);
      }}
      trigger={
        <Button
          size="sm"
          variant="bare"
          disabled={pending || pool === 0}
          aria-label={t('credits.client.decide.anotherFor', { name: request.name })}
        >
          {t('credits.client.decide.another')}
        </Button>
      }
      title={t('credits.client.decide.askedFor', { name: request.name, amount: request.amount })}
      description={t('credits.client.pool', { pool })}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          approve(granted, answer.trim(), () => setOpen(false));
        }}
      >
        <div className="flex items-center justify-between gap-4">
          <span className="font-medium" aria-hidden="true">
            {t('credits.client.give')}
          </span>
          <Stepper
            label={t('credits.client.decide.amount')}
            value={granted}
            onValueChange={setGranted}
            min={1}
            max={most}
            disabled={pending}
          />
        </div>
        <TextareaField
          label={t('credits.client.decide.message')}
          hint={t('credits.client.decide.messageHint')}
          rows={2}
          maxLength={500}
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
        {refusal && <Alert tone="bad">{refusal.message}</Alert>}
        <DialogActions>
          <DialogClose>
            <Button disabled={pending}>{t('ui.client.cancel')}</Button>
          </DialogClose>
          <Button type="submit" variant="key" pending={pending}>
            {t('credits.client.decide.giveTo', { amount: granted, name: request.name })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function DeclineDialog({
  team,
  request,
  disabled,
}: {
  team: string;
  request: Props['request'];
  disabled: boolean;
}) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [answer, setAnswer] = useState('');
  const { pending, busy, refusal, clear, submit } = useSubmit(LOST);
  function decline() {
    submit(() => declineRequestAction(team, { requestId: request.id, answer: answer.trim() }), {
      onDone: () => {
        setOpen(false);
        toast.success(t('credits.client.decide.declined', { name: request.name }));
      },
    });
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (busy()) return;
        clear();
        setOpen(next);
      }}
      trigger={
        <Button
          size="sm"
          variant="bare"
          disabled={disabled}
          aria-label={t('credits.client.decide.declineOf', { name: request.name })}
        >
          {t('credits.client.decide.decline')}
        </Button>
      }
      title={t('credits.client.decide.declineTitle', { name: request.name, amount: request.amount })}
      description={t('credits.client.decide.declineLead')}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          decline();
        }}
      >
        <TextareaField
          label={t('credits.client.decide.reason')}
          hint={t('credits.client.decide.reasonHint')}
          rows={3}
          maxLength={500}
          required
          value={answer}
          error={refusal?.message}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
        <DialogActions>
          <DialogClose>
            <Button disabled={pending}>{t('ui.client.cancel')}</Button>
          </DialogClose>
          <Button type="submit" variant="danger" pending={pending} disabled={answer.trim() === ''}>
            {t('credits.client.decide.decline')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
