'use client';

import { useState } from 'react';
import { useTexts } from '#use-texts';
import { Button } from '@/components/ui/button';
import { MoveDialog } from './move-dialog';
import { type WalletMove, WalletMoveForm } from './wallet-actions';

type Props = {
  team: string;
  person: { memberId: string; name: string };
  pool: number;
  free: number;
  /** Whom credits can be moved to. */
  others: readonly { memberId: string; name: string }[];
};

/** Give from the pool, reclaim into it, or move to somebody else. */
export function MemberMoves({ team, person, pool, free, others }: Props) {
  const { t } = useTexts();
  const [move, setMove] = useState<WalletMove | null>(null);
  if (move)
    return (
      <div className="flex">
        <WalletMoveForm
          key={move}
          team={team}
          person={person}
          move={move}
          most={move === 'give' ? pool : free}
          onClose={() => setMove(null)}
        />
      </div>
    );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        size="sm"
        disabled={pool === 0}
        aria-label={t('credits.client.giveTo', { name: person.name })}
        onClick={() => setMove('give')}
      >
        {t('credits.client.give')}
      </Button>
      <Button
        size="sm"
        disabled={free === 0}
        aria-label={t('credits.client.reclaimFrom', { name: person.name })}
        onClick={() => setMove('reclaim')}
      >
        {t('credits.client.reclaim')}
      </Button>
      {others.length > 0 && <MoveDialog team={team} person={person} free={free} others={others} />}
      <span className="text-ink-2 tabular-nums">{t('credits.client.pool', { pool })}</span>
    </div>
  );
}
