/** Who does something: every verb gets one inside its `Ctx` and every audit event names one. */
import { say } from '@/texts/current-texts';
import { AppError } from './errors';
import { type Permission, type Role, roleMay } from './permissions';
import { KEY_PERMISSIONS, type Scope } from './scopes';

/** `keyId`: they act through this personal token of theirs. */
export type MemberActor = {
  kind: 'member';
  userId: string;
  memberId: string;
  role: Role;
  keyId?: string;
};

/** An organization's key. `madeBy` is the user whose name stands where a person must. */
export type KeyActor = { kind: 'key'; keyId: string; madeBy: string; scopes: readonly Scope[] };

export type Actor =
  | MemberActor
  | KeyActor
  | { kind: 'staff'; userId: string; reason: string }
  | { kind: 'system'; job: string }
  | { kind: 'webhook'; eventId: string };

/** The actor as the audit log and the ledger store it, e.g. `member:mem_…` or `system:generation.run`. */
export function actorLabel(actor: Actor): string {
  switch (actor.kind) {
    case 'member':
      return `member:${actor.memberId}`;
    case 'key':
      return `key:${actor.keyId}`;
    case 'staff':
      return `staff:${actor.userId}`;
    case 'system':
      return `system:${actor.job}`;
    case 'webhook':
      return `webhook:${actor.eventId}`;
  }
}

/** Throws `forbidden` unless the actor may do this. System jobs and verified webhooks act for the product itself. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (actor.kind === 'system' || actor.kind === 'webhook') return;
  if (actor.kind === 'member' && roleMay(actor.role, permission)) return;
  if (actor.kind === 'key') {
    requireKeyPermission(actor, permission);
    return;
  }
  throw new AppError('forbidden', say('errors.role'));
}

function requireKeyPermission({ scopes }: KeyActor, permission: Permission): void {
  const scope = KEY_PERMISSIONS[permission];
  if (!scope) throw new AppError('forbidden', say('errors.key.ofTeam'));
  if (!scopes.includes(scope)) throw missingScope(scope);
}

/** The key is good, and limited to other things. */
export function missingScope(scope: Scope): AppError {
  return new AppError('forbidden', say('errors.key.scope', { scope }), { scope });
}

/** Verbs about the product itself, such as its styles, accept nobody else. */
export function requireStaff(actor: Actor): Extract<Actor, { kind: 'staff' }> {
  if (actor.kind === 'staff') return actor;
  throw new AppError('forbidden', say('errors.staff'));
}

/** The member behind the actor; verbs about a person's own photos and pictures accept nobody else. */
export function requireMember(actor: Actor): MemberActor {
  if (actor.kind === 'member') return actor;
  throw new AppError('forbidden', say('errors.memberOnly'));
}

/** Who invites, and up to which role: a key invites members in the name of who made it. */
export function requireInviter(actor: Actor): { userId: string; role: Role } {
  if (actor.kind === 'key') return { userId: actor.madeBy, role: 'member' };
  return requireMember(actor);
}
