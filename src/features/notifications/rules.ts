import type { NoticeKind } from './kind-types';

const OF_NOTICE: readonly [prefix: string, kind: NoticeKind][] = [
  ['generation.', 'pictures'],
  ['photos.deleted', 'deletion'],
  ['pictures.due', 'deletion'],
  ['credits.requested', 'credit-requests'],
  ['credits.request-', 'credits'],
  ['members.', 'members'],
  ['balance.low', 'balance'],
];

/** What an in-app notice of this type is about. Whatever is not known here counts as money: nobody misses it by a forgotten line. */
export function kindOfNotice(type: string): NoticeKind {
  return OF_NOTICE.find(([prefix]) => type.startsWith(prefix))?.[1] ?? 'money';
}

const OF_MAIL: Record<string, NoticeKind> = {
  'headshots-ready': 'pictures',
  'headshots-failed': 'pictures',
  'credits-requested': 'credit-requests',
  'low-balance': 'balance',
};

/** What a mail that may be switched off is about; null for the mails that are always sent. */
export function kindOfMail(template: string): NoticeKind | null {
  return OF_MAIL[template] ?? null;
}
