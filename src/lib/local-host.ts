import { isIP } from 'node:net';

/**
 * Whether a `Host` header names this machine or one of its network: an address, a name without a dot or of a local zone, or the
 * site's own. Any web page can make a name of its own lead to 127.0.0.1 (DNS rebinding); its requests still carry that name.
 */
export function isLocalHost(host: string | null, appUrl: string): boolean {
  if (!host || !URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  if (hostname === new URL(appUrl).hostname) return true;
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return true;
  return !hostname.includes('.') || /\.(local|localhost|lan|internal|test)$/.test(hostname);
}
