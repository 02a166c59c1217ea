import { DAY, plus } from './time';

/** Shorter than the year that RFC 9116 asks for, and made anew with every read. */
const VALID_FOR = 90 * DAY;

type Facts = {
  appUrl: string;
  /** `mailto:…` or `https://…`. */
  contact: string;
  now: Date;
};

/** What `/.well-known/security.txt` says. */
export function securityText({ appUrl, contact, now }: Facts): string {
  return [
    `Contact: ${contact}`,
    `Expires: ${plus(now, VALID_FOR).toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${appUrl}/.well-known/security.txt`,
    `Policy: ${appUrl}/security`,
    '',
  ].join('\n');
}
