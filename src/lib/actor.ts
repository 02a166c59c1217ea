/** Who does something: every verb gets one inside its `Ctx` and every audit event names one. */
import { AppError } from './errors';
import { type Permission, type Role, roleMay } from './permissions';

export type MemberActor = { kind: 'member'; userId: string; memberId: string; role: Role };

export type Actor =
  | MemberActor
  | { kind: 'staff'; userId: string; reason: string }
  | { kind: 'system'; job: string }
  | { kind: 'webhook'; eventId: string };

/** The actor as the audit log and the ledger store it, e.g. `member:mem_…` or `system:generation.run`. */
export function actorLabel(actor: Actor): string {
  switch (actor.kind) {
    case 'member':
      return `member:${actor.memberId}`;
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
  throw new AppError('forbidden', 'Your role does not allow this. Ask an admin of your team.');
}

/** Verbs about the product itself, such as its styles, accept nobody else. */
export function requireStaff(actor: Actor): Extract<Actor, { kind: 'staff' }> {
  if (actor.kind === 'staff') return actor;
  throw new AppError('forbidden', 'Only staff can do this.');
}

/** The member behind the actor; verbs about a person's own photos and pictures accept nobody else. */
export function requireMember(actor: Actor): MemberActor {
  if (actor.kind === 'member') return actor;
  throw new AppError('forbidden', 'Only the member can do this.');
}
