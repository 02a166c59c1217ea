'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { TextareaField } from '@/components/ui/field';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast';
import { useSubmit } from '@/components/ui/use-submit';
import { formatCredits } from '@/lib/money';
import { askForCreditsAction, withdrawRequestAction } from '../request-actions';
import { MAX_AMOUNT } from '../rules';

const USUAL = 5;
const LOST = 'ui.client.lost.onlyOneRequest';

/** How many, and one line why. */
export function AskDialog({ team, givers }: { team: string; givers: string }) {
  const [open, setOpen] = useState(false);
  const [amount, setAmount] = useState(USUAL);
  const [note, setNote] = useState('');
  const { pending, busy, refusal, clear, submit } = useSubmit(LOST);

  function ask() {
    const input = { amount, ...(note.trim() ? { note: note.trim() } : {}) };
    submit(() => askForCreditsAction(team, input), {
      onDone: () => {
        setOpen(false);
        setNote('');
        toast.success(`Asked for ${formatCredits(amount)}.`);
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
      trigger={<Button>Ask for credits</Button>}
      title="Ask for credits"
      description={`${givers} can give them. A standard picture is 1 credit.`}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <div className="flex items-center justify-between gap-4">
          <span className="font-medium" aria-hidden="true">
            How many
          </span>
          <Stepper
            label="Credits to ask for"
            value={amount}
            onValueChange={setAmount}
            min={1}
            max={MAX_AMOUNT}
            disabled={pending}
          />
        </div>
        <TextareaField
          label="What for"
          hint="Optional, one or two sentences."
          rows={3}
          maxLength={500}
          value={note}
          error={refusal?.message}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <DialogActions>
          <DialogClose>
            <Button disabled={pending}>Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="key" pending={pending}>
            Ask for {formatCredits(amount)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

export function WithdrawButton({ team, requestId }: { team: string; requestId: string }) {
  const { pending, submit } = useSubmit(LOST);
  return (
    <Button
      pending={pending}
      onClick={() =>
        submit(() => withdrawRequestAction(team, { requestId }), {
          onDone: () => toast.success('Request withdrawn.'),
          onRefused: ({ message }) => toast.error(message),
        })
      }
    >
      Withdraw
    </Button>
  );
}
