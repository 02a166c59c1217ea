/** What form actions share: read the fields, run, and answer what went wrong in a shape that `useActionState` shows. */
import { headers } from 'next/headers';
import type { z } from 'zod';
import type { FieldErrors } from '@/lib/errors';
import type { FormState } from '@/lib/form-state';
import { log } from '@/lib/log';
import { inLanguage } from '@/texts/current-texts';
import { requestLanguage } from '@/texts/request-language';
import { toAppError } from './http-errors';
import { fromAuthError } from './vendor-errors';

export type FormOutcome<T> = { ok: true; value: T } | { ok: false; state: FormState; reason?: string };

/**
 * Parses `form` with `schema` and runs `work`. Redirect after it, not inside: Next's redirect is an exception. Fields named
 * like a password are never sent back.
 */
export async function submitForm<S extends z.ZodType, T>(
  form: FormData,
  schema: S,
  work: (input: z.infer<S>) => Promise<T>,
): Promise<FormOutcome<T>> {
  return inLanguage(requestLanguage(await headers()), () => runForm(form, schema, work));
}

/** The same for a route, which has its language already. */
export async function runForm<S extends z.ZodType, T>(
  form: FormData,
  schema: S,
  work: (input: z.infer<S>) => Promise<T>,
): Promise<FormOutcome<T>> {
  const raw = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
  try {
    return { ok: true, value: await work(schema.parse(raw)) };
  } catch (thrown) {
    const error = toAppError(fromAuthError(thrown));
    if (error.code === 'internal') log.error({ err: thrown }, 'form failed');
    const fields = error.details?.fields as FieldErrors | undefined;
    const reason = error.details?.reason;
    return {
      ok: false,
      state: { message: fields ? undefined : error.message, fields, values: withoutPasswords(raw) },
      ...(typeof reason === 'string' ? { reason } : {}),
    };
  }
}

function withoutPasswords(raw: Record<string, FormDataEntryValue>): Record<string, string> {
  const shown = Object.entries(raw).filter(([name]) => !/password|token|^\$/i.test(name));
  return Object.fromEntries(shown.map(([name, value]) => [name, String(value)]));
}
