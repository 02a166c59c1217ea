/** What comes in about teams and their people, checked again inside every verb. */
import { z } from 'zod';
import { cursorInput, ID_CURSOR } from '@/lib/cursor-input';
import { ROLES } from '@/lib/permissions';
import { nameText, personName } from '@/lib/person-input';
import { textKey } from '@/texts/message-key';

const MAX_INVITATIONS = 100;
const MAX_CREDITS_EACH = 1_000;

export const createTeamInput = z.object({
  name: nameText(textKey('members.input.teamName'), textKey('members.input.teamNameSigns')),
  /** `solo`: a team of one, whose credits go straight into its own wallet. */
  kind: z.enum(['team', 'solo']).default('team'),
});

export const inviteInput = z.object({
  /** Checked one by one by the verb, so that every bad row gets its reason. */
  emails: z
    .array(z.string().trim().toLowerCase().max(500))
    .min(1, textKey('members.input.noAddress'))
    .max(MAX_INVITATIONS, textKey('members.input.tooManyAddresses')),
  role: z.enum(ROLES).default('member'),
  /** Credits each; set aside from the pool until the invitation is accepted, revoked or expired. */
  credits: z
    .number({ error: textKey('members.input.number') })
    .int(textKey('members.input.whole'))
    .min(0, textKey('members.input.least'))
    .max(MAX_CREDITS_EACH, textKey('members.input.most'))
    .default(0),
});

export const acceptInput = z.object({ name: personName.optional() });

export const roleInput = z.object({ memberId: z.string().min(1).max(100), role: z.enum(ROLES) });
export const departmentInput = z.object({
  memberId: z.string().min(1).max(100),
  /** Null or blank: none. Runs of spaces count as one, so that the same name is the same department. */
  department: z
    .string()
    .trim()
    .max(60, textKey('members.input.departmentLength'))
    .transform((text) => text.replace(/\s+/g, ' ') || null)
    .nullable(),
});
export const memberInput = z.object({ memberId: z.string().min(1).max(100) });
export const invitationInput = z.object({ invitationId: z.string().min(1).max(100) });

export const listInput = z.object({
  cursor: cursorInput(ID_CURSOR),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  search: z.string().trim().max(100).optional(),
  department: z.string().trim().max(100).optional(),
});

/** What somebody types into the palette. */
export const findInput = z.object({ words: z.string().trim().max(100).default('') });

export type CreateTeamInput = z.input<typeof createTeamInput>;
export type InviteInput = z.input<typeof inviteInput>;
export type RoleInput = z.input<typeof roleInput>;
export type DepartmentInput = z.input<typeof departmentInput>;
export type MemberInput = z.input<typeof memberInput>;
export type InvitationInput = z.input<typeof invitationInput>;
export type FindInput = z.output<typeof findInput>;
export type ListInput = z.input<typeof listInput>;
