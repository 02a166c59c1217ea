/** Carries the address from the sign-up form to "check your mail", so that it never stands in an address bar. */
export const PENDING_EMAIL_COOKIE = 'headcraft_pending_email';

/** An hour. */
export const PENDING_EMAIL_SECONDS = 60 * 60;
