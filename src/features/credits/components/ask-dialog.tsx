'use client';

import { useState } from 'react';
import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { TextareaField } from '@/components/ui/field';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast';
import { useSubmit } from '@/components/ui/use-submit';
import { askForCreditsAction, withdrawRequestAction } from '../request-actions';
import { MAX_AMOUNT } from '../rules';

const USUAL = 5;
const LOST = 'ui.client.lost.onlyOneRequest';

/** How many, and one line why. */
export function AskDialog({ team, givers }: { team: string; givers: string }) {
  const { t } = useTexts();
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
        toast.success(t('credits.client.ask.done', { amount }));
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
      trigger={<Button>{t('credits.client.ask.title')}</Button>}
      title={t('credits.client.ask.title')}
      description={t('credits.client.ask.lead', { givers })}
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
            {t('credits.client.howMany')}
          </span>
          <Stepper
            label={t('credits.client.ask.amount')}
            value={amount}
            onValueChange={setAmount}
            min={1}
            max={MAX_AMOUNT}
            disabled={pending}
          />
        </div>
        <TextareaField
          label={t('credits.client.ask.note')}
          hint={t('credits.client.ask.noteHint')}
          rows={3}
          maxLength={500}
          value={note}
          error={refusal?.message}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <DialogActions>
          <DialogClose>
            <Button disabled={pending}>{t('ui.client.cancel')}</Button>
          </DialogClose>
          <Button type="submit" variant="key" pending={pending}>
            {t('credits.client.ask.submit', { amount })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

export function WithdrawButton({ team, requestId }: { team: string; requestId: string }) {
  const { t } = useTexts();
  const { pending, submit } = useSubmit(LOST);
  return (
    <Button
      pending={pending}
      onClick={() =>
        submit(() => withdrawRequestAction(team, { requestId }), {
          onDone: () => toast.success(t('credits.client.ask.withdrawn')),
          onRefused: ({ message }) => toast.error(message),
        })
      }
    >
      {t('credits.client.ask.withdraw')}
    </Button>
  );
}
