import { record, seconds } from './events';
import type { Customer } from './objects/customers';
import { type Store, stripeId } from './store';

type NewCustomer = Partial<
  Pick<
    Customer,
    'name' | 'email' | 'description' | 'phone' | 'address' | 'metadata' | 'preferred_locales' | 'tax_exempt'
  >
>;

export function addCustomer(store: Store, wanted: NewCustomer, now: Date): Customer {
  const customer: Customer = {
    id: stripeId('cus'),
    object: 'customer',
    address: wanted.address ?? null,
    balance: 0,
    created: seconds(now),
    currency: null,
    delinquent: false,
    description: wanted.description ?? null,
    email: wanted.email ?? null,
    invoice_prefix: stripeId('x').slice(2, 10).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: wanted.metadata ?? {},
    name: wanted.name ?? null,
    phone: wanted.phone ?? null,
    preferred_locales: wanted.preferred_locales ?? [],
    tax_exempt: wanted.tax_exempt ?? 'none',
  };
  store.customers[customer.id] = customer;
  record(store, 'customer.created', customer, now);
  return customer;
}
