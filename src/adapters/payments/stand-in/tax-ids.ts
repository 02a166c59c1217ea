/** Tax ids: which kinds there are and what they look like. */
import { record, seconds } from './events';
import { badRequest } from './faults';
import type { TaxId } from './objects/customers';
import { type Store, stripeId } from './store';

type Kind = { country: string | null; pattern: RegExp };

/** Member states by the prefix of their numbers (Greece writes EL, Northern Ireland XI). */
const EU = 'AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI';

/** Source: Stripe's documentation, "Supported tax ID types". */
export const TAX_ID_KINDS: Record<string, Kind> = {
  eu_vat: { country: null, pattern: new RegExp(`^(${EU})[0-9A-Z+*]{2,12}$`) },
  gb_vat: { country: 'GB', pattern: /^GB(\d{9}|\d{12}|(GD|HA)\d{3})$/ },
  us_ein: { country: 'US', pattern: /^\d{2}-?\d{7}$/ },
  ch_vat: { country: 'CH', pattern: /^CHE-?\d{3}\.?\d{3}\.?\d{3} ?(MWST|TVA|IVA)$/ },
  no_vat: { country: 'NO', pattern: /^\d{9}MVA$/ },
  au_abn: { country: 'AU', pattern: /^\d{11}$/ },
  ca_bn: { country: 'CA', pattern: /^\d{9}$/ },
  ca_gst_hst: { country: 'CA', pattern: /^\d{9}RT\d{4}$/ },
  in_gst: { country: 'IN', pattern: /^\d{2}[A-Z]{5}\d{4}[A-Z][0-9A-Z]Z[0-9A-Z]$/ },
  jp_trn: { country: 'JP', pattern: /^T\d{13}$/ },
  nz_gst: { country: 'NZ', pattern: /^\d{8,9}$/ },
  sg_gst: { country: 'SG', pattern: /^[0-9A-Z]{9,10}$/ },
  br_cnpj: { country: 'BR', pattern: /^\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}$/ },
  mx_rfc: { country: 'MX', pattern: /^[A-ZÑ&]{3,4}\d{6}[0-9A-Z]{3}$/ },
  za_vat: { country: 'ZA', pattern: /^\d{10}$/ },
};

/** The number as it is kept; null when it is none of that kind. */
export function readTaxId(type: string, given: string): string | null {
  const kind = kindOf(type);
  const value = given.trim().toUpperCase();
  const compact = value.replace(/\s/g, '');
  if (kind?.pattern.test(value)) return value;
  return kind?.pattern.test(compact) ? compact : null;
}

function kindOf(type: string): Kind | undefined {
  return Object.hasOwn(TAX_ID_KINDS, type) ? TAX_ID_KINDS[type] : undefined;
}

export function addTaxId(store: Store, customer: string, type: string, given: string, now: Date): TaxId {
  const kind = kindOf(type);
  if (!kind)
    throw badRequest(`Invalid type: must be one of ${Object.keys(TAX_ID_KINDS).join(', ')}`, {
      param: 'type',
    });
  const value = readTaxId(type, given);
  if (value === null) {
    throw badRequest(`Invalid value for ${type}.`, { code: 'tax_id_invalid', param: 'value' });
  }
  const taxId: TaxId = {
    id: stripeId('txi'),
    object: 'tax_id',
    country: kind.country ?? value.slice(0, 2),
    created: seconds(now),
    customer,
    livemode: false,
    owner: { type: 'customer', customer },
    type,
    value,
    verification: {
      status: type === 'eu_vat' || type === 'gb_vat' ? 'pending' : 'unavailable',
      verified_address: null,
      verified_name: null,
    },
  };
  store.taxIds[taxId.id] = taxId;
  record(store, 'customer.tax_id.created', taxId, now);
  return taxId;
}

export function taxIdsOf(store: Store, customer: string | null): { type: string; value: string }[] {
  return Object.values(store.taxIds)
    .filter((taxId) => taxId.customer === customer)
    .map(({ type, value }) => ({ type, value }));
}
