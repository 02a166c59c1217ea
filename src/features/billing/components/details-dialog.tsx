'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { SelectField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toast';
import { LOST_SAVE_AGAIN, useSubmit } from '@/components/ui/use-submit';
import type { DetailsChoices } from '../billing-view-types';
import type { BillingDetails } from '../invoices/billing-details-input';
import { saveBillingDetailsAction } from '../payment-actions';

type Errors = Partial<Record<keyof BillingDetails, string>>;

type Props = { team: string; fields: BillingDetails; choices: DetailsChoices };

/** What invoices say about the buyer. */
export function DetailsDialog(props: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="reading"
      trigger={<Button>{t('billing.client.details.edit')}</Button>}
      title={t('billing.client.details.title')}
      description={t('billing.client.details.lead')}
    >
      <DetailsForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function DetailsForm({ team, fields, choices, onDone }: Props & { onDone: () => void }) {
  const { t } = useTexts();
  const [values, setValues] = useState(() => valuesOf(fields));
  const { pending, refusal, submit } = useSubmit(LOST_SAVE_AGAIN);
  const errors: Errors = refusal?.fields ?? {};
  const router = useRouter();

  const field = (name: keyof BillingDetails) => ({
    name,
    value: values[name],
    error: errors[name],
    onChange: (event: { target: { value: string } }) => setValues({ ...values, [name]: event.target.value }),
  });

  function save() {
    submit(() => saveBillingDetailsAction(team, inputOf(values)), {
      onDone: () => {
        router.refresh();
        toast.success(t('billing.client.details.saved'));
        onDone();
      },
    });
  }

  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('billing.client.details.company')}
          autoComplete="organization"
          {...field('company')}
        />
        <TextField
          label={t('billing.client.details.email')}
          type="email"
          autoComplete="email"
          hint={t('billing.client.details.emailHint')}
          {...field('email')}
        />
        <TextField
          label={t('billing.client.details.line1')}
          autoComplete="address-line1"
          {...field('line1')}
        />
        <TextField
          label={t('billing.client.details.line2')}
          autoComplete="address-line2"
          {...field('line2')}
        />
        <div className="grid grid-cols-[8rem_1fr] gap-4">
          <TextField
            label={t('billing.client.details.postalCode')}
            autoComplete="postal-code"
            {...field('postalCode')}
          />
          <TextField
            label={t('billing.client.details.city')}
            autoComplete="address-level2"
            {...field('city')}
          />
        </div>
        <TextField
          label={t('billing.client.details.state')}
          autoComplete="address-level1"
          {...field('state')}
        />
        <SelectField label={t('billing.client.details.country')} autoComplete="country" {...field('country')}>
          <option value="">{t('billing.client.details.notSet')}</option>
          {choices.countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('billing.client.details.poNumber')}
          hint={t('billing.client.details.poHint')}
          autoComplete="off"
          {...field('poNumber')}
        />
        <SelectField label={t('billing.client.details.taxIdType')} {...field('taxIdType')}>
          <option value="">{t('billing.client.details.noTaxId')}</option>
          {choices.taxIds.map(({ type, label }) => (
            <option key={type} value={type}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('billing.client.details.taxId')}
          autoComplete="off"
          disabled={values.taxIdType === ''}
          placeholder={choices.taxIds.find(({ type }) => type === values.taxIdType)?.example}
          {...field('taxId')}
        />
      </div>
      {refusal && <Alert tone="bad">{refusal.message}</Alert>}
      <DialogActions>
        <DialogClose>
          <Button disabled={pending}>{t('ui.client.cancel')}</Button>
        </DialogClose>
        <SubmitButton pending={pending}>{t('billing.client.details.submit')}</SubmitButton>
      </DialogActions>
    </form>
  );
}

type Values = Record<keyof BillingDetails, string>;

function valuesOf(fields: BillingDetails): Values {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? ''])) as Values;
}

/** Empty is not set; a tax id without its type is none. */
function inputOf(values: Values): BillingDetails {
  const entries = Object.entries(values).map(([name, value]) => [name, value.trim() || null]);
  const input = Object.fromEntries(entries) as BillingDetails;
  return input.taxIdType ? input : { ...input, taxIdType: null, taxId: null };
}
