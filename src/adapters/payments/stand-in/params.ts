/** Which parameters each call takes, as strict as Stripe: an unknown one or a missing one is refused. */
import { z } from 'zod';
import { badRequest } from './faults';

const integer = z
  .string()
  .regex(/^-?\d+$/, 'Invalid integer')
  .transform(Number);
const positive = integer.pipe(z.number().int().positive());
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const metadata = z.record(z.string().max(40), z.string().max(500));
const currency = z.string().regex(/^[a-z]{3}$/);
const expand = z.array(z.string()).max(20).optional();
const url = z.url({ protocol: /^https?$/ });

export const noParams = z.strictObject({ expand });

export const customerParams = z.strictObject({
  name: z.string().max(256).optional(),
  email: z.email().optional(),
  description: z.string().optional(),
  metadata: metadata.optional(),
  expand,
});

const lineItem = z.strictObject({
  quantity: positive,
  price_data: z.strictObject({
    currency,
    unit_amount: integer.pipe(z.number().int().nonnegative()),
    product_data: z.strictObject({
      name: z.string().min(1),
      description: z.string().min(1).optional(),
      metadata: metadata.optional(),
    }),
  }),
});

export const sessionParams = z.strictObject({
  mode: z.enum(['payment']),
  line_items: z.array(lineItem).min(1).max(100),
  success_url: url,
  cancel_url: url.optional(),
  customer: z.string().optional(),
  client_reference_id: z.string().max(200).optional(),
  metadata: metadata.optional(),
  payment_intent_data: z
    .strictObject({ metadata: metadata.optional(), description: z.string().optional() })
    .optional(),
  invoice_creation: z
    .strictObject({
      enabled: flag,
      invoice_data: z
        .strictObject({ metadata: metadata.optional(), description: z.string().optional() })
        .optional(),
    })
    .optional(),
  allow_promotion_codes: flag.optional(),
  expires_at: positive.optional(),
  expand,
});

const page = { limit: positive.pipe(z.number().max(100)).optional(), starting_after: z.string().optional() };

export const sessionListParams = z.strictObject({
  payment_intent: z.string().optional(),
  customer: z.string().optional(),
  status: z.enum(['open', 'complete', 'expired']).optional(),
  ...page,
  expand,
});

export const eventListParams = z.strictObject({
  type: z.string().optional(),
  delivery_success: flag.optional(),
  created: z.strictObject({ gte: integer.optional(), lte: integer.optional() }).optional(),
  ...page,
  expand,
});

export type SessionParams = z.infer<typeof sessionParams>;

/** Checks parameters and answers Stripe's error for the first wrong one. */
export function checkParams<S extends z.ZodType>(schema: S, params: unknown): z.infer<S> {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = bracketed(issue?.path ?? []);
  if (issue?.code === 'unrecognized_keys') {
    const param = bracketed([...issue.path, issue.keys[0] ?? '']);
    throw badRequest(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });
  }
  if (issue?.code === 'invalid_type' && issue.message.includes('received undefined')) {
    throw badRequest(`Missing required param: ${path}.`, { code: 'parameter_missing', param: path });
  }
  throw badRequest(`Invalid ${path}: ${issue?.message ?? 'not accepted'}`, { param: path });
}

function bracketed(path: readonly PropertyKey[]): string {
  return path.map(String).reduce((text, part) => (text ? `${text}[${part}]` : part), '');
}
