import { isLocalRequest } from '@/lib/local-host';

type Settings = Parameters<typeof isLocalRequest>[1] & { embedded: boolean };

/** Who may get in without an account: somebody at a product that runs embedded, under a name of this machine or its opened network. */
export function isDemoOpen(headers: Headers, settings: Settings): boolean {
  return settings.embedded && isLocalRequest(headers, settings);
}
