/** Whom a provider's claims name, and what its word about their e-mail address is worth. */
import type { JWTPayload } from 'jose';
import { z } from 'zod';
import { personName } from '@/lib/person-input';

/**
 * `none`: the provider does not say that the address is theirs. `seen`: at some time they had mail there. `owned`: the provider
 * answers for the address today, because it is its own or its customer's domain.
 */
export const identitySchema = z.object({
  /** Never changes and is never given to somebody else. */
  subject: z.string().min(1),
  trust: z.enum(['none', 'seen', 'owned']),
  email: z.string().nullable(),
  name: z.string(),
});

export type Identity = z.infer<typeof identitySchema>;

/** Every private account at Microsoft is in this organization. Source: "ID token claims reference", Microsoft Entra. */
const PRIVATE_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

/**
 * Google checked an address once; it answers for it only where it runs the mailbox. Source: "Verify the Google ID token on your server
 * side". Null for another issuer's claims.
 */
export function googleIdentity(claims: JWTPayload, issuer: string): Identity | null {
  const { iss, sub, email_verified: verified, hd: domain } = claims;
  if (!sub || (iss !== issuer && iss !== new URL(issuer).host)) return null;
  const email = emailOf(claims);
  const runsMailbox = typeof domain === 'string' || /@(gmail|googlemail)\.com$/.test(email ?? '');
  const trust = verified !== true ? 'none' : runsMailbox ? 'owned' : 'seen';
  return { subject: sub, email, name: nameOf(claims, email), trust };
}

/**
 * Any organization's administrators write what they like into an address; `xms_edov` says that the domain is proven to be the
 * organization's. Source: "Optional claims reference", Microsoft Entra. Null for another issuer's claims, and for an
 * account outside of `tenant`.
 */
export function microsoftIdentity(claims: JWTPayload, issuer: string, tenant: string): Identity | null {
  const { iss, tid, oid, xms_edov: proven } = claims;
  if (typeof tid !== 'string' || typeof oid !== 'string' || oid === '') return null;
  // The issuer of the shared endpoints is a pattern.
  if (iss !== issuer.replace('{tenantid}', tid)) return null;
  if (tenant === 'organizations' && tid === PRIVATE_TENANT) return null;
  const email = emailOf(claims);
  const isProven = [true, 'true', 1, '1'].some((yes) => proven === yes);
  const trust = !isProven ? 'none' : tid === PRIVATE_TENANT ? 'seen' : 'owned';
  return { subject: `${tid}.${oid}`, email, name: nameOf(claims, email), trust };
}

function emailOf({ email }: JWTPayload): string | null {
  return typeof email === 'string' && email.trim() ? email.trim().toLowerCase() : null;
}

/** As forms would take it; else what stands before the @, which can be changed on the account page. */
function nameOf({ name }: JWTPayload, email: string | null): string {
  for (const one of [name, email?.split('@')[0]]) {
    const parsed = personName.safeParse(one);
    if (parsed.success) return parsed.data;
  }
  return '?';
}
