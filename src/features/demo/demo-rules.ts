import { isLocalRequest } from '@/lib/local-host';
import { DAY } from '@/lib/time';
import type { When } from './cast';

type Settings = Parameters<typeof isLocalRequest>[1] & { embedded: boolean };

/** Who may get in without an account: somebody at a product that runs embedded, under a name of this machine or its opened network. */
export function isDemoOpen(headers: Headers, settings: Settings): boolean {
  return settings.embedded && isLocalRequest(headers, settings);
}

/** In the past of `now`, as `When` counts. */
export function momentOf(now: Date, { daysAgo, at }: When): Date {
  const day = new Date(now.getTime() - daysAgo * DAY).toISOString().slice(0, 10);
  return new Date(`${day}T${at}:00Z`);
}
