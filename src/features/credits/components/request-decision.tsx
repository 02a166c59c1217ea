'use client';

import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { TextareaField } from '@/components/ui/field';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast';
import { type Refusal, useSubmit } from '@/components/ui/use-submit';
import { formatCredits } from '@/lib/money';
import { approveRequestAction, declineRequestAction } from '../request-actions';
import { MAX_AMOUNT } from '../rules';

type Props = { team: string; request: { id: string; name: string; amount: number }; pool: number };

/** One press gives what was asked for; another amount and a "no" with its reason take a dialog. */
export function RequestDecision({ team, request, pool }: Props) {
  const { pending, refusal, submit } = useSubmit(LOST);
  const { name, amount } = request;

  function approve(granted: number, answer?: string, done?: () => void) {
    const input = { requestId: request.id, amount: granted, ...(answer ? { answer } : {}) };
    submit(() => approveRequestAction(team, input), {
      onDone: () => {
        toast.success(`${formatCredits(granted)} given to ${name}.`);
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
        aria-label={`Give ${amount} to ${name}`}
        onClick={() => approve(amount)}
      >
        Give {amount}
      </Button>
      {pool < amount && (
        <p className="w-full text-right text-12 text-ink-2 phone:basis-full phone:text-left">
          The pool has {pool}, {amount - pool} short.
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
          aria-label={`Another amount for ${request.name}`}
        >
          Another amount
        </Button>
      }
      title={`${request.name} asked for ${request.amount}`}
      description={`The pool has ${pool}.`}
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
            Give
          </span>
          <Stepper
            label="Credits to give"
            value={granted}
            onValueChange={setGranted}
            min={1}
            max={most}
            disabled={pending}
          />
        </div>
        <TextareaField
          label="Message (optional)"
          hint="They see it next to the credits."
          rows={2}
          maxLength={500}
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
        {refusal && <Alert tone="bad">{refusal.message}</Alert>}
        <DialogActions>
          <DialogClose>
            <Button disabled={pending}>Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="key" pending={pending}>
            Give {granted} to {request.name}
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
  const [open, setOpen] = useState(false);
  const [answer, setAnswer] = useState('');
  const { pending, busy, refusal, clear, submit } = useSubmit(LOST);
  function decline() {
    submit(() => declineRequestAction(team, { requestId: request.id, answer: answer.trim() }), {
      onDone: () => {
        setOpen(false);
        toast.success(`Declined. ${request.name} sees your reason.`);
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
        <Button size="sm" variant="bare" disabled={disabled} aria-label={`Decline ${request.name}’s request`}>
          Decline
        </Button>
      }
      title={`Decline ${request.name}’s request for ${request.amount}?`}
      description="They can ask again at any time."
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          decline();
        }}
      >
        <TextareaField
          label="Reason"
          hint="They read it on their credits page."
          rows={3}
          maxLength={500}
          required
          value={answer}
          error={refusal?.message}
          onChange={(event) => setAnswer(event.currentTarget.value)}
        />
        <DialogActions>
          <DialogClose>
            <Button disabled={pending}>Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="danger" pending={pending} disabled={answer.trim() === ''}>
            Decline
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
