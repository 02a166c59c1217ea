/** Copies a finished picture from Replicate's delivery host, and from nowhere else: the address is something that a vendor sent. */
import { env } from '@/env';
import { cappedFetch } from '../capped-fetch';
import { VendorFailure } from '../vendor-failure';
import { replicateBase, toFailure } from './client';

const LARGEST_PICTURE = 40 * 1024 ** 2;

/** The picture is paid for: a hiccup of the delivery must not lose it. */
const TRIES = 3;

/** Throws `VendorFailure`. The token stays here. */
export async function fetchOutput(address: string, signal: AbortSignal): Promise<Uint8Array> {
  const url = requireDelivery(address);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await download(url, signal);
    } catch (error) {
      const failure = toFailure(error);
      if (failure.kind !== 'outage' || attempt >= TRIES || signal.aborted) throw failure;
    }
  }
}

async function download(url: URL, signal: AbortSignal): Promise<Uint8Array> {
  const response = await cappedFetch(LARGEST_PICTURE, signal)(url, { signal });
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  await response.body?.cancel();
  if (response.status >= 500) throw new VendorFailure('outage', `The delivery answered ${response.status}.`);
  throw new VendorFailure('unusable', `The picture is not there any more (${response.status}).`);
}

/** Throws for any other host, protocol or port. Behind another API address, that one delivers, too. */
function requireDelivery(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  const named = url?.protocol === 'https:' && !url.port && /^(.+\.)?replicate\.delivery$/.test(url.hostname);
  const own = env().REPLICATE_BASE_URL !== undefined && url?.origin === new URL(replicateBase()).origin;
  if (!url || url.username || url.password || !(named || own))
    throw new VendorFailure('unusable', 'The picture is not at Replicate’s delivery.');
  return url;
}
