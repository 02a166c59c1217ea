/** Parameters of a session that do not go together. */
import { badRequest } from './faults';
import type { SessionParams } from './session-params';

/** Pairs of which one excludes the other. */
const EITHER_OR: readonly (readonly [keyof SessionParams, keyof SessionParams])[] = [
  ['customer', 'customer_email'],
  ['customer', 'customer_creation'],
  ['allow_promotion_codes', 'discounts'],
];

export function checkTogether(params: SessionParams): void {
  for (const pair of EITHER_OR) {
    if (pair.every((name) => params[name] !== undefined)) {
      throw badRequest(`You may only specify one of these parameters: ${pair.join(', ')}.`, {
        param: pair[1],
      });
    }
  }
  if (params.customer_update && !params.customer) {
    throw badRequest('`customer_update` can only be used with `customer`.', { param: 'customer_update' });
  }
  if (params.customer && params.tax_id_collection?.enabled && params.customer_update?.name !== 'auto') {
    throw badRequest(
      'Tax ID collection requires updating business name on the customer. To enable tax ID collection for an existing customer, please set `customer_update[name]` to `auto`.',
      { param: 'customer_update' },
    );
  }
}

type Mode = SessionParams['mode'];

/** Where a parameter may be given. Source: the comments of the SDK's types. */
const MODES: Partial<Record<keyof SessionParams, readonly Mode[]>> = {
  customer_creation: ['payment', 'setup'],
  invoice_creation: ['payment'],
  line_items: ['payment', 'subscription'],
  payment_intent_data: ['payment'],
  payment_method_collection: ['subscription'],
  setup_intent_data: ['setup'],
  subscription_data: ['subscription'],
};

export function checkMode(params: SessionParams): void {
  const { mode } = params;
  for (const [name, modes] of Object.entries(MODES)) {
    if (params[name as keyof SessionParams] !== undefined && !modes.includes(mode)) {
      throw badRequest(`You can not pass \`${name}\` in \`${mode}\` mode.`, { param: name });
    }
  }
  if (mode !== 'setup' && !params.line_items) {
    throw badRequest('Missing required param: line_items.', {
      code: 'parameter_missing',
      param: 'line_items',
    });
  }
}
