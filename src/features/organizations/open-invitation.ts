/** Remembers an invitation while its holder signs in: a token must not stand in a query string, where `next` would put it. */
export const OPEN_INVITATION_COOKIE = 'headcraft_open_invitation';
