/** The kinds of parameters, as strict as Stripe: an unknown one or a missing one is refused. */
import type Stripe from 'stripe';
import { z } from 'zod';
import { badParam } from './faults';
import type { Metadata } from './objects/kept';

export const integer = z
  .string()
  .regex(/^-?\d+$/, 'Invalid integer')
  .transform(Number);
export const positive = integer.pipe(z.number().int().positive());
export const amount = integer.pipe(z.number().int().nonnegative());
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
export const id = z.string().min(1).max(255);
export const currency = z.string().regex(/^[a-z]{3}$/, 'Invalid currency');
export const expand = z.array(z.string()).max(20).optional();
export const url = z.url({ protocol: /^https?$/ });
export const text = z.string().max(5000);

/** Languages of Stripe's pages. */
export const language = z.enum(
  'auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW'.split(
    ' ',
  ) as Stripe.Checkout.Session.Locale[],
);

/** An empty value unsets: `''` becomes null. */
export function emptyable<S extends z.ZodType>(schema: S) {
  return z.union([z.literal('').transform(() => null), schema]);
}

/** Keys may be numbers, which look like a list in a form. */
const pairs = z.union([
  z.array(z.string().max(500)).transform((list): Metadata => Object.fromEntries(Object.entries(list))),
  z.record(z.string().max(40), z.string().max(500)),
]);

/** Null (an empty value) clears everything; an empty value of one key removes that key. */
export const metadata = emptyable(pairs);

export const address = z.strictObject({
  line1: emptyable(text).optional(),
  line2: emptyable(text).optional(),
  city: emptyable(text).optional(),
  state: emptyable(text).optional(),
  postal_code: emptyable(text).optional(),
  country: emptyable(z.string().length(2)).optional(),
});

export const customFields = emptyable(
  z.array(z.strictObject({ name: z.string().min(1).max(40), value: z.string().min(1).max(140) })).max(4),
);

export const noParams = z.strictObject({ expand });

/** What every list takes. */
export const page = {
  limit: positive.pipe(z.number().max(100)).optional(),
  starting_after: z.string().optional(),
  ending_before: z.string().optional(),
  expand,
};

const range = z.strictObject({
  gt: integer.optional(),
  gte: integer.optional(),
  lt: integer.optional(),
  lte: integer.optional(),
});

/** `created` and its like: one second or a range of them. */
export const moments = z.union([integer, range]).optional();

export function isWithin(moment: number, wanted: z.infer<typeof moments>): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted === 'number') return moment === wanted;
  const { gt, gte, lt, lte } = wanted;
  return (
    (gt === undefined || moment > gt) &&
    (gte === undefined || moment >= gte) &&
    (lt === undefined || moment < lt) &&
    (lte === undefined || moment <= lte)
  );
}

/** Stripe's merging of metadata. */
export function mergeMetadata(kept: Metadata, given: Metadata | null | undefined): Metadata {
  if (given === undefined) return kept;
  if (given === null) return {};
  return Object.fromEntries(Object.entries({ ...kept, ...given }).filter(([, value]) => value !== ''));
}

/** Checks parameters and answers Stripe's error for the first wrong one. */
export function checkParams<S extends z.ZodType>(schema: S, params: unknown): z.infer<S> {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  const [issue] = deepest(parsed.error.issues);
  const path = bracketed(issue?.path ?? []);
  if (issue?.code === 'unrecognized_keys') {
    const param = bracketed([...issue.path, issue.keys[0] ?? '']);
    throw badParam(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });
  }
  if (isAbsent(params, issue?.path ?? [])) {
    throw badParam(`Missing required param: ${path}.`, { code: 'parameter_missing', param: path });
  }
  throw badParam(`Invalid ${path}: ${issue?.message ?? 'not accepted'}`, { param: path });
}

function isAbsent(params: unknown, path: readonly PropertyKey[]): boolean {
  let value = params;
  for (const name of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[name];
  return value === undefined;
}

type Issue = z.core.$ZodIssue;

/** What is wrong inside of a union that takes an empty value too. */
function deepest(issues: readonly Issue[]): readonly Issue[] {
  const [first] = issues;
  if (first?.code !== 'invalid_union') return issues;
  const inner = first.errors.at(-1) ?? [];
  return deepest(inner.map((issue) => ({ ...issue, path: [...first.path, ...issue.path] })));
}

function bracketed(path: readonly PropertyKey[]): string {
  return path.map(String).reduce((text, part) => (text ? `${text}[${part}]` : part), '');
}
