import type { FieldErrors } from './errors';

/** What a form's action answers to `useActionState`; `values` fill the fields again, passwords left out. */
export type FormState = {
  /** What went wrong as a whole. */
  message?: string | undefined;
  fields?: FieldErrors | undefined;
  values?: Record<string, string> | undefined;
  /** What was done, for forms that stay on the page. */
  done?: string | undefined;
};

export const EMPTY_FORM: FormState = {};
