/** Which requests come from this machine, or from its network when that was opened: only these reach the pages of embedded mode. */
import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Addresses that no route on the internet leads to. Source: RFC 1918, 3927, 6598 and 4193. */
const PRIVATE = new BlockList();
PRIVATE.addSubnet('10.0.0.0', 8, 'ipv4');
PRIVATE.addSubnet('172.16.0.0', 12, 'ipv4');
PRIVATE.addSubnet('192.168.0.0', 16, 'ipv4');
PRIVATE.addSubnet('169.254.0.0', 16, 'ipv4');
PRIVATE.addSubnet('100.64.0.0', 10, 'ipv4');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');

type Settings = {
  appUrl: string;
  /** The address it was told to listen on; without one it is this machine's alone. */
  HOST?: string;
};

/**
 * Whether a request is for this machine under a name of its own, or, opened with `HOST`, for one of its network; and whether every
 * proxy on its way says that it comes from there. Any web page can make a name of its own lead to 127.0.0.1 (DNS rebinding); its
 * requests still carry that name.
 */
export function isLocalRequest(headers: Headers, { appUrl, HOST }: Settings): boolean {
  const host = hostnameOf(`http://${headers.get('host') ?? ''}`);
  const opened = (HOST !== undefined && !isLoopback(HOST)) || host === hostnameOf(appUrl);
  const accepts = opened ? isLocalName : isLoopback;
  const through = (headers.get('x-forwarded-for') ?? '').split(',').map((one) => one.trim());
  return host !== null && accepts(host) && through.every((one) => one === '' || accepts(one));
}

/** Whether a host name is this machine's or its network's: such an address is no deployment's. */
export function isLocalName(name: string): boolean {
  if (isLoopback(name)) return true;
  const address = plain(name);
  if (isIP(address) !== 0) return inside(PRIVATE, address);
  return /^[^.:]+$/.test(name) || /\.(local|localhost|lan|internal|test)$/.test(name);
}

function isLoopback(name: string): boolean {
  const address = plain(name);
  return isIP(address) === 0 ? /^(.+\.)?localhost$/.test(name) : inside(LOOPBACK, address);
}

function inside(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** `[::1]` and `::ffff:127.0.0.1` as the addresses that they are. */
function plain(name: string): string {
  return name.replace(/^\[|\]$/g, '').replace(/^::ffff:(?=\d+\.)/i, '');
}

function hostnameOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname : null;
}
