/** Endpoints of better-auth that answer nothing over HTTP, because a verb or a form of ours does the same with more care. */

/** They would bypass wallets, audit and our invitations. */
const ORGANIZATION = [
  'accept-invitation',
  'cancel-invitation',
  'create',
  'delete',
  'get-full-organization',
  'get-invitation',
  'invite-member',
  'leave',
  'list-invitations',
  'list-members',
  'list-user-invitations',
  'reject-invitation',
  'remove-member',
  'update',
  'update-member-role',
];

/** Ours ask for a proof each time, count tries and tell the person by mail. */
const TWO_FACTOR = [
  'disable',
  'enable',
  'generate-backup-codes',
  'get-totp-uri',
  'send-otp',
  'verify-backup-code',
  'verify-otp',
  'verify-totp',
];

/** Adding one and signing in with one stay: browsers talk to those. */
const PASSKEY = ['delete-passkey', 'list-user-passkeys', 'update-passkey'];

/** Ours take no token from a browser, send back to pages of ours alone, and ask for a sign-in of the last day before linking. */
const SOCIAL = [
  '/sign-in/social',
  '/link-social',
  '/unlink-account',
  '/list-accounts',
  '/account-info',
  '/get-access-token',
  '/refresh-token',
  '/error',
];

export const DISABLED_PATHS = [
  ...ORGANIZATION.map((path) => `/organization/${path}`),
  ...TWO_FACTOR.map((path) => `/two-factor/${path}`),
  ...PASSKEY.map((path) => `/passkey/${path}`),
  ...SOCIAL,
];
