/** What is done, and what is not. Each line names something that is in the code and has a test. */
import type { Texts } from '@/texts/make-texts';
import type { MessageKey } from '@/texts/message-key';

const PARTS = {
  faces: ['only', 'ownAddress', 'process', 'encrypted', 'deleted'],
  accounts: ['passwords', 'twoStep', 'sessions', 'silent', 'invitation', 'membership', 'ownPages', 'keys'],
  money: ['card', 'events', 'ledger', 'prices', 'mutation'],
  site: ['policy', 'nobody', 'logs', 'audit', 'vendors', 'pinned'],
  notYet: ['certificate', 'bounty', 'operator'],
} as const;

export function securityIn({ t }: Texts) {
  return Object.entries(PARTS).map(([id, points]) => ({
    id: id === 'notYet' ? 'not-yet' : id,
    title: t(`site.security.${id}.title` as MessageKey),
    points: points.map((point) => t(`site.security.${id}.${point}` as MessageKey)),
  }));
}
