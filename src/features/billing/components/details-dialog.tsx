'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
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
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="reading"
      trigger={<Button>Edit details</Button>}
      title="Invoice details"
      description="Printed on every new invoice. Empty fields are left out."
    >
      <DetailsForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function DetailsForm({ team, fields, choices, onDone }: Props & { onDone: () => void }) {
  const [values, setValues] = useState(() => textsOf(fields));
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
        toast.success('Invoice details saved.');
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
        <TextField label="Company" autoComplete="organization" {...field('company')} />
        <TextField
          label="Billing e-mail"
          type="email"
          autoComplete="email"
          hint="Receipts and invoices are sent here too."
          {...field('email')}
        />
        <TextField label="Street and number" autoComplete="address-line1" {...field('line1')} />
        <TextField label="Floor or unit" autoComplete="address-line2" {...field('line2')} />
        <div className="grid grid-cols-[8rem_1fr] gap-4">
          <TextField label="Postal code" autoComplete="postal-code" {...field('postalCode')} />
          <TextField label="City" autoComplete="address-level2" {...field('city')} />
        </div>
        <TextField label="State or region" autoComplete="address-level1" {...field('state')} />
        <SelectField label="Country" autoComplete="country" {...field('country')}>
          <option value="">Not set</option>
          {choices.countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Purchase order number"
          hint="Printed on every invoice until you change it."
          autoComplete="off"
          {...field('poNumber')}
        />
        <SelectField label="Tax ID type" {...field('taxIdType')}>
          <option value="">None</option>
          {choices.taxIds.map(({ type, label }) => (
            <option key={type} value={type}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Tax ID"
          autoComplete="off"
          disabled={values.taxIdType === ''}
          placeholder={choices.taxIds.find(({ type }) => type === values.taxIdType)?.example}
          {...field('taxId')}
        />
      </div>
      {refusal && <Alert tone="bad">{refusal.message}</Alert>}
      <DialogActions>
        <DialogClose>
          <Button disabled={pending}>Cancel</Button>
        </DialogClose>
        <SubmitButton pending={pending}>Save details</SubmitButton>
      </DialogActions>
    </form>
  );
}

type Texts = Record<keyof BillingDetails, string>;

function textsOf(fields: BillingDetails): Texts {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? ''])) as Texts;
}

/** Empty is not set; a tax id without its type is none. */
function inputOf(values: Texts): BillingDetails {
  const entries = Object.entries(values).map(([name, value]) => [name, value.trim() || null]);
  const input = Object.fromEntries(entries) as BillingDetails;
  return input.taxIdType ? input : { ...input, taxIdType: null, taxId: null };
}
