'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { SelectField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toast';
import { LOST_SAVE_AGAIN, useSubmit } from '@/components/ui/use-submit';
import type { WatchSettings } from '../billing-view-types';
import { saveBalanceWatchAction } from '../payment-actions';
import { PACK_LIST, type PackId } from '../price-list';
import { readWatch, type WatchForm, watchFormOf } from '../top-ups/watch-form-rules';

/** The notice at a low balance, and the automatic top-up. */
export function WatchDialog({ team, watch }: { team: string; watch: WatchSettings }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t('billing.client.watch.edit')}</Button>}
      title={t('billing.client.watch.title')}
      description={t('billing.client.watch.lead')}
    >
      <WatchFields team={team} watch={watch} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function WatchFields({ team, watch, onDone }: { team: string; watch: WatchSettings; onDone: () => void }) {
  const texts = useTexts();
  const { t, cents } = texts;
  const [form, setForm] = useState<WatchForm>(() => watchFormOf(watch, texts));
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
    const read = readWatch(form, texts);
    setErrors(read.ok ? {} : read.errors);
    if (!read.ok) return clear();
    submit(() => saveBalanceWatchAction(team, read.input), {
      onDone: () => {
        router.refresh();
        toast.success(t('billing.client.watch.saved'));
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
          label={t('billing.client.watch.tell')}
          hint={t('billing.client.watch.tellHint')}
          checked={form.notice}
          onChange={(event) => setForm({ ...form, notice: event.target.checked })}
        />
        <TextField
          label={t('billing.client.watch.noticeBelow')}
          inputMode="numeric"
          autoComplete="off"
          disabled={!form.notice}
          {...text('noticeBelow')}
        />
      </div>
      <div className="grid gap-3 border-t pt-5">
        <Checkbox
          label={t('billing.client.watch.topUp')}
          hint={t('billing.client.watch.topUpHint')}
          checked={form.topUp}
          onChange={(event) => setForm({ ...form, topUp: event.target.checked })}
        />
        {form.topUp && (
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              label={t('billing.client.watch.pack')}
              className="sm:col-span-2"
              value={form.pack}
              onChange={(event) => setForm({ ...form, pack: event.target.value as PackId })}
            >
              {PACK_LIST.map((pack) => (
                <option key={pack.id} value={pack.id}>
                  {t('billing.client.watch.packChoice', {
                    pack: pack.name,
                    credits: pack.credits,
                    price: cents(pack.amountCents),
                  })}
                </option>
              ))}
            </SelectField>
            <TextField
              label={t('billing.client.watch.below')}
              inputMode="numeric"
              autoComplete="off"
              {...text('below')}
            />
            <TextField
              label={t('billing.client.watch.cap')}
              inputMode="decimal"
              autoComplete="off"
              {...text('cap')}
            />
          </div>
        )}
      </div>
      {refusal && <Alert tone="bad">{refusal.message}</Alert>}
      <DialogActions>
        <DialogClose>
          <Button disabled={pending}>{t('ui.client.cancel')}</Button>
        </DialogClose>
        <SubmitButton pending={pending}>{t('billing.client.watch.submit')}</SubmitButton>
      </DialogActions>
    </form>
  );
}
