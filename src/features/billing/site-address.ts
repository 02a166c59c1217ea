import { env } from '@/env';

/**
 * The site's address as this request reached it, for the way back from the payment page. Only embedded mode believes the Host
 * header: there the site may be opened under any local name and port.
 */
export function siteAddress(headers: Headers): string {
  const { embedded, appUrl } = env();
  const host = headers.get('host');
  return embedded && host ? `${new URL(appUrl).protocol}//${host}` : appUrl;
}
