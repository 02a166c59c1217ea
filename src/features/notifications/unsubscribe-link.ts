/**
 * The link with which a mail of one kind is switched off, without signing in (RFC 8058). It names its person and kind under a seal that
 * nobody can make up, does nothing else, and never ends: old mails must be stoppable, too.
 */
import { createHmac, hkdfSync } from 'node:crypto';
import { env, localSecret } from '@/env';
import { safeEqual } from '@/lib/hash';
import { KIND_NAMES, type NoticeKind } from './kind-types';

type Bound = { userId: string; kind: NoticeKind };

let key: Buffer | undefined;

function seal({ userId, kind }: Bound): string {
  key ??= Buffer.from(
    hkdfSync('sha256', env().AUTH_SECRET ?? localSecret('links'), '', 'headcraft unsubscribe links v1', 32),
  );
  return createHmac('sha256', key).update(`${userId} ${kind}`).digest('base64url');
}

export function toUnsubscribeToken(bound: Bound): string {
  return `${bound.userId}.${bound.kind}.${seal(bound)}`;
}

/** Null for what we did not make. */
export function fromUnsubscribeToken(token: string): Bound | null {
  const [userId = '', name, given = ''] = token.split('.');
  const kind = KIND_NAMES.find((known) => known === name);
  if (!kind || !safeEqual(seal({ userId, kind }), given)) return null;
  return { userId, kind };
}
