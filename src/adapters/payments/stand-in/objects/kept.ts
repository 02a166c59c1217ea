/** How Stripe's objects are kept: fields named and typed by the SDK so that they cannot drift apart, other objects by their id. */
export type Kept<T, Plain extends keyof T, Linked extends keyof T = never> = Pick<T, Plain> & {
  [Key in Linked]: string | null;
};

export type Metadata = Record<string, string>;

export type List<T> = { object: 'list'; data: T[]; has_more: boolean; url: string };

/**
 * Fields whose name begins with this are the stand-in's own and are never shown. Fields that Stripe shows only when they are
 * asked for (`line_items` of a session, `refunds` of a charge …) are made by `optional-fields.ts`.
 */
export const OWN_FIELD = '_';

export function listIn<T>(url: string, data: T[]): List<T> {
  return { object: 'list', data, has_more: false, url };
}
