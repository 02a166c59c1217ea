/** One running product for all journeys; each journey makes its own people and teams in it. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { startProduct } from '../../scripts/running-product';
import { openIdVariables, startOpenIdProvider } from './openid-provider';

export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = path.resolve('.data/journeys');
  rmSync(dataDir, { recursive: true, force: true });
  const services = await startOpenIdProvider();
  const product = await startProduct({ dataDir, env: openIdVariables(services) });
  process.env.JOURNEY_URL = product.url;
  return async () => {
    await product.stop();
    await services.close();
  };
}
