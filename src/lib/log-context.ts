/**
 * What every log line under way has in common: the request or job, and the team it is about. Kept beside the call stack, so that no
 * function has to hand it on.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

export type LogContext = { requestId?: string; jobId?: string; organizationId?: string };

// On `globalThis` because Next loads server code several times in one process.
const holder = globalThis as typeof globalThis & { headcraftLogContext?: AsyncLocalStorage<LogContext> };
holder.headcraftLogContext ??= new AsyncLocalStorage();
const storage = holder.headcraftLogContext;

/** Log lines of `work`, and of whatever it starts, carry `fields`. */
export function withLogContext<T>(fields: LogContext, work: () => T): T {
  return storage.run({ ...fields }, work);
}

/** Adds to the context under way; does nothing outside of one. */
export function addToLogContext(fields: LogContext): void {
  Object.assign(storage.getStore() ?? {}, fields);
}

export function currentLogContext(): LogContext {
  return storage.getStore() ?? {};
}
