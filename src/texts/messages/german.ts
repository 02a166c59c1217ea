/** The German texts. A text that English has and German lacks does not compile. */
import account from './de/account.json';
import billing from './de/billing.json';
import common from './de/common.json';
import credits from './de/credits.json';
import deletion from './de/deletion.json';
import emails from './de/emails.json';
import errors from './de/errors.json';
import failure from './de/failure.json';
import generation from './de/generation.json';
import headshots from './de/headshots.json';
import members from './de/members.json';
import privacy from './de/privacy.json';
import shell from './de/shell.json';
import shop from './de/shop.json';
import site from './de/site.json';
import ui from './de/ui.json';
import uploads from './de/uploads.json';
import type { Messages } from './english';

export const german: Messages = {
  account,
  billing,
  common,
  credits,
  deletion,
  emails,
  errors,
  failure,
  generation,
  headshots,
  members,
  privacy,
  shell,
  shop,
  site,
  ui,
  uploads,
};
