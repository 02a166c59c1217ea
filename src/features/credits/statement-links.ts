/** What a line of a statement is about, as an address inside the product. */
import type { Actor } from '@/lib/actor';
import { roleMay } from '@/lib/permissions';
import type { StatementOf, StatementRow } from './statement';

/** As far as its reader may see that: a generation belongs to its member alone. */
export function linkOf(
  { actor, slug }: { actor: Actor; slug: string },
  of: StatementOf,
  { reference, otherMemberId }: StatementRow,
): string | null {
  if (actor.kind !== 'member') return null;
  const { role, memberId } = actor;
  const base = `/teams/${slug}`;
  if (reference?.type === 'payment' && roleMay(role, 'billing:read'))
    return `${base}/billing/payments/${reference.id}`;
  if (reference?.type === 'generation' && of.kind === 'wallet' && of.memberId === memberId)
    return `${base}/headshots/${reference.id}`;
  if (roleMay(role, 'credits:read') && otherMemberId) return `${base}/credits/members/${otherMemberId}`;
  if (reference?.type === 'invitation' && roleMay(role, 'members:read')) return `${base}/members`;
  return null;
}
