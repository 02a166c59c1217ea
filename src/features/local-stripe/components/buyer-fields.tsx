'use client';

import { SelectField, TextField } from '@/components/ui/field';

export const NO_BUYER = {
  name: '',
  line1: '',
  city: '',
  postalCode: '',
  country: '',
  taxIdType: 'eu_vat',
  taxId: '',
};
export type Buyer = typeof NO_BUYER;

const TAX_ID_TYPES = [
  ['eu_vat', 'EU VAT number'],
  ['gb_vat', 'UK VAT number'],
  ['us_ein', 'US EIN'],
  ['ch_vat', 'Swiss VAT number'],
  ['ca_bn', 'Canadian BN'],
  ['au_abn', 'Australian ABN'],
] as const;

type Props = {
  buyer: Buyer;
  onChange: (buyer: Buyer) => void;
  errors: Record<string, string>;
  asksAddress: boolean;
  asksTaxId: boolean;
};

/** The company that buys: its address and tax id, as the order asks for them. */
export function BuyerFields({ buyer, onChange, errors, asksAddress, asksTaxId }: Props) {
  const field = (name: keyof Buyer) => ({
    name,
    value: buyer[name],
    error: errors[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...buyer, [name]: event.target.value }),
  });
  return (
    <>
      <TextField label="Company (optional)" autoComplete="organization" {...field('name')} />
      {asksAddress && (
        <>
          <TextField label="Address" autoComplete="address-line1" {...field('line1')} />
          <div className="grid grid-cols-2 gap-4">
            <TextField label="Postal code" autoComplete="postal-code" {...field('postalCode')} />
            <TextField label="City" autoComplete="address-level2" {...field('city')} />
          </div>
          <TextField label="Country" placeholder="US" autoComplete="country" {...field('country')} />
        </>
      )}
      {asksTaxId && (
        <div className="grid grid-cols-2 gap-4">
          <SelectField label="Tax id" {...field('taxIdType')} error={undefined}>
            {TAX_ID_TYPES.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
          <TextField label="Number (optional)" autoComplete="off" {...field('taxId')} />
        </div>
      )}
    </>
  );
}
