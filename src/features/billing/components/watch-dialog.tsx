'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { SelectField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toast';
import { LOST_SAVE_AGAIN, useSubmit } from '@/components/ui/use-submit';
import { formatCents } from '@/lib/money';
import type { WatchSettings } from '../billing-view-types';
import { saveBalanceWatchAction } from '../payment-actions';
import { PACK_LIST, type PackId } from '../price-list';
import { readWatch, type WatchForm, watchFormOf } from '../top-ups/watch-form-rules';

/** The notice at a low balance, and the automatic top-up. */
export function WatchDialog({ team, watch }: { team: string; watch: WatchSettings }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Edit</Button>}
      title="When credits run low"
      description="This counts the pool (in a team of one, the wallet)."
    >
      <WatchFields team={team} watch={watch} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function WatchFields({ team, watch, onDone }: { team: string; watch: WatchSettings; onDone: () => void }) {
  const [form, setForm] = useState<WatchForm>(() => watchFormOf(watch));
  const [errors, setErrors] = useState<Partial<Record<keyof WatchForm, string>>>({});
  const { pending, refusal, clear, submit } = useSubmit(LOST_SAVE_AGAIN);
  const router = useRouter();

  const text = (name: 'noticeBelow' | 'below' | 'cap') => ({
    name,
    value: form[name],
    error: errors[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });

  function save() {
    const read = readWatch(form);
    setErrors(read.ok ? {} : read.errors);
    if (!read.ok) return clear();
    submit(() => saveBalanceWatchAction(team, read.input), {
      onDone: () => {
        router.refresh();
        toast.success('Settings saved.');
        onDone();
      },
    });
  }

  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="grid gap-3">
        <Checkbox
          label="Tell the admins"
          hint="A notice and an e-mail, once each time credits fall below the number."
          checked={form.notice}
          onChange={(event) => setForm({ ...form, notice: event.target.checked })}
        />
        <TextField
          label="Tell them below this many credits"
          inputMode="numeric"
          autoComplete="off"
          disabled={!form.notice}
          {...text('noticeBelow')}
        />
      </div>
      <div className="grid gap-3 border-t pt-5">
        <Checkbox
          label="Buy a pack automatically"
          hint="With the card saved at Stripe. Save a card there first. If it is declined, we stop and tell you."
          checked={form.topUp}
          onChange={(event) => setForm({ ...form, topUp: event.target.checked })}
        />
        {form.topUp && (
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              label="Pack"
              className="sm:col-span-2"
              value={form.pack}
              onChange={(event) => setForm({ ...form, pack: event.target.value as PackId })}
            >
              {PACK_LIST.map((pack) => (
                <option key={pack.id} value={pack.id}>
                  {pack.name}: {pack.credits} credits, {formatCents(pack.amountCents)}
                </option>
              ))}
            </SelectField>
            <TextField
              label="Buy below this many credits"
              inputMode="numeric"
              autoComplete="off"
              {...text('below')}
            />
            <TextField label="Monthly limit, $" inputMode="decimal" autoComplete="off" {...text('cap')} />
          </div>
        )}
      </div>
      {refusal && <Alert tone="bad">{refusal.message}</Alert>}
      <DialogActions>
        <DialogClose>
          <Button disabled={pending}>Cancel</Button>
        </DialogClose>
        <SubmitButton pending={pending}>Save</SubmitButton>
      </DialogActions>
    </form>
  );
}
