/** Reads what Postgres said, whichever driver wrapped it and however deep. */

type PgError = {
  code?: string;
  constraint?: string;
  constraint_name?: string;
  message?: string;
  detail?: string;
};

export function pgError(error: unknown): PgError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const candidate = cause as Error & PgError;
    if (typeof candidate.code === 'string' && /^[0-9A-Z]{5}$/.test(candidate.code)) return candidate;
  }
  return null;
}
