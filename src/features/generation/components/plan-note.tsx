import { LockKeyhole } from 'lucide-react';
import Link from 'next/link';
import { useTexts } from '#use-texts';
import type { Lock } from '../lock-rules';

/** Who can bring the team to a higher tier: the reader, or these people. */
export type PlanAccess = { slug: string; mayBuy: boolean; helpers: readonly string[] };

type Props = { locks: readonly Lock[]; access: PlanAccess };

/** Why something cannot be chosen, and what to do about it: the plans for those who may buy, whom to ask for all others. */
export function PlanNote({ locks, access }: Props) {
  const { t, eitherOf } = useTexts();
  const { slug, mayBuy, helpers } = access;
  return (
    <p className="flex gap-2 text-12 text-ink-2">
      <LockKeyhole className="mt-px size-4 flex-none" aria-hidden="true" />
      <span>
        {locks.map(({ message }) => message).join(' ')}{' '}
        {mayBuy ? (
          <Link
            href={`/teams/${slug}/billing/plan`}
            className="font-medium text-ink underline underline-offset-2"
          >
            {t('generation.lock.seePlans')}
          </Link>
        ) : (
          t('generation.lock.ask', { helpers: eitherOf(helpers) })
        )}
      </span>
    </p>
  );
}
