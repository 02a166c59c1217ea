/** The organization plugin's writing endpoints: they would bypass wallets, audit and our invitations. */
export const DISABLED_PATHS = [
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
].map((path) => `/organization/${path}`);
