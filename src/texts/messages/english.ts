/** The English texts, an area a file. What components of the browser need stands below `client` of its area. */
import account from './en/account.json';
import billing from './en/billing.json';
import common from './en/common.json';
import credits from './en/credits.json';
import deletion from './en/deletion.json';
import emails from './en/emails.json';
import errors from './en/errors.json';
import failure from './en/failure.json';
import generation from './en/generation.json';
import headshots from './en/headshots.json';
import members from './en/members.json';
import privacy from './en/privacy.json';
import shell from './en/shell.json';
import shop from './en/shop.json';
import site from './en/site.json';
import ui from './en/ui.json';
import uploads from './en/uploads.json';

export const english = {
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

/** What every language has to say. */
export type Messages = typeof english;
