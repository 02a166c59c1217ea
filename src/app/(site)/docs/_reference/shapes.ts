/** How the reference writes a schema's type in one line. */
import type { Schema } from '@/contract/document';

export type Field = {
  name: string;
  type: string;
  /** The named shape that it refers to. */
  shape: string | null;
  required: boolean;
  description: string | null;
  /** Of an object without a name, or of the objects in a list. */
  fields: Field[];
};

/** The fields of an object; nothing for anything else. */
export function fieldsOf(schema: Schema): Field[] {
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const required = (schema.required ?? []) as string[];
  return Object.entries(properties).map(([name, own]) => ({
    name,
    type: typeOf(own),
    shape: shapeOf(own),
    required: required.includes(name),
    description: typeof own.description === 'string' ? own.description : null,
    fields: fieldsOf(inner(own)),
  }));
}

/** What is one of several: their fields, one list each. */
export function variantsOf(schema: Schema): Schema[] {
  const several = (schema.oneOf ?? schema.anyOf) as Schema[] | undefined;
  return several?.filter((one) => one.type !== 'null') ?? [schema];
}

export function typeOf(schema: Schema): string {
  const shape = refOf(schema);
  if (shape) return shape;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const several = (schema.oneOf ?? schema.anyOf) as Schema[] | undefined;
  if (several) return [...new Set(several.map(typeOf))].join(' | ');
  if (schema.type === 'array') return listOf(typeOf((schema.items ?? {}) as Schema));
  if (typeof schema.format === 'string') return schema.format;
  if (Array.isArray(schema.type)) return schema.type.join(' | ');
  return typeof schema.type === 'string' ? schema.type : 'any';
}

/** Bounds, a default: what a caller must know besides the type. */
export function boundsOf(schema: Schema): string {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  const said = [
    range(minimum, maximum, ''),
    range(minLength, maxLength, ' characters'),
    range(minItems, maxItems, ' items'),
    schema.default === undefined ? '' : `default ${JSON.stringify(schema.default)}`,
  ];
  return said.filter(Boolean).join(', ');
}

function range(from: unknown, to: unknown, unit: string): string {
  if (typeof from === 'number' && typeof to === 'number') return `${from}–${to}${unit}`;
  if (typeof to === 'number') return `at most ${to}${unit}`;
  return typeof from === 'number' ? `at least ${from}${unit}` : '';
}

function listOf(type: string): string {
  return type.includes(' | ') ? `(${type})[]` : `${type}[]`;
}

function shapeOf(schema: Schema): string | null {
  const own = refOf(schema);
  if (own) return own;
  if (schema.type === 'array') return shapeOf((schema.items ?? {}) as Schema);
  const variants = variantsOf(schema);
  return variants.length === 1 && variants[0] && variants[0] !== schema ? shapeOf(variants[0]) : null;
}

function refOf({ $ref }: Schema): string | null {
  return typeof $ref === 'string' ? ($ref.split('/').at(-1) ?? null) : null;
}

/** What a list holds, what is left when null is not. */
function inner(schema: Schema): Schema {
  if (schema.type === 'array') return inner((schema.items ?? {}) as Schema);
  const [only, ...more] = variantsOf(schema);
  return only && more.length === 0 && only !== schema ? inner(only) : schema;
}
