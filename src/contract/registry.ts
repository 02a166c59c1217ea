/** Every documented route. The test of routes × who (tests/routes) fails when a route file and this list differ. */
import type { Contract } from './define';
import * as apiKeys from './routes/api-keys';
import * as backdrops from './routes/backdrops';
import * as billing from './routes/billing';
import * as credits from './routes/credits';
import * as headshots from './routes/headshots';
import * as links from './routes/links';
import * as notices from './routes/notices';
import * as organizations from './routes/organizations';
import * as photos from './routes/photos';
import * as pictures from './routes/pictures';
import * as plans from './routes/plans';
import * as privacy from './routes/privacy';
import * as provenance from './routes/provenance';

const GROUPS: Record<string, Contract>[] = [
  organizations,
  credits,
  billing,
  plans,
  photos,
  headshots,
  pictures,
  links,
  backdrops,
  privacy,
  provenance,
  notices,
  apiKeys,
];

export const CONTRACTS: readonly Contract[] = GROUPS.flatMap((group) => Object.values(group));
