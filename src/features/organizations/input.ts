/** What comes in about teams and their people, checked again inside every verb. */
import { z } from 'zod';
import { ROLES } from '@/lib/permissions';

export const MAX_INVITATIONS = 100;
export const MAX_CREDITS_EACH = 1_000;

const text = (what: string) =>
  z
    .string({ error: `Enter ${what}.` })
    .trim()
    .min(1, `Enter ${what}.`)
    .max(80, 'At most 80 characters.')
    // Names stand in mails and notices; line breaks and markup would let a stranger write more than a name.
    .regex(/^[^\p{Cc}<>]*$/u, 'Use letters, digits, spaces and punctuation.');

export const createTeamInput = z.object({
  name: text('a name'),
  /** `solo`: a team of one, whose credits go straight into its own wallet. */
  kind: z.enum(['team', 'solo']).default('team'),
});

export const emailInput = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'This is too long for an e-mail address.')
  .pipe(z.email('This is not an e-mail address.'));

export const inviteInput = z.object({
  /** Checked one by one by the verb, so that every bad row gets its reason. */
  emails: z
    .array(z.string().trim().toLowerCase().max(500))
    .min(1, 'Enter at least one e-mail address.')
    .max(MAX_INVITATIONS, `At most ${MAX_INVITATIONS} at a time.`),
  role: z.enum(ROLES).default('member'),
  /** Credits each; set aside from the pool until the invitation is accepted, revoked or expired. */
  credits: z
    .number({ error: 'Enter a number.' })
    .int('Credits are whole numbers.')
    .min(0, 'At least 0.')
    .max(MAX_CREDITS_EACH, 'At most 1,000 each.')
    .default(0),
});

export const personName = text('your name');
export const acceptInput = z.object({ name: personName.optional() });

export const roleInput = z.object({ memberId: z.string().min(1).max(100), role: z.enum(ROLES) });
export const memberInput = z.object({ memberId: z.string().min(1).max(100) });
export const invitationInput = z.object({ invitationId: z.string().min(1).max(100) });

export const listInput = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  search: z.string().trim().max(100).optional(),
});

export type CreateTeamInput = z.input<typeof createTeamInput>;
export type InviteInput = z.input<typeof inviteInput>;
export type RoleInput = z.input<typeof roleInput>;
export type MemberInput = z.input<typeof memberInput>;
export type InvitationInput = z.input<typeof invitationInput>;
export type ListInput = z.input<typeof listInput>;
