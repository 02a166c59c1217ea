'use client';

import { useState } from 'react';
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
        aria-label={`Give credits to ${person.name}`}
        onClick={() => setMove('give')}
      >
        Give
      </Button>
      <Button
        size="sm"
        disabled={free === 0}
        aria-label={`Reclaim credits from ${person.name}`}
        onClick={() => setMove('reclaim')}
      >
        Reclaim
      </Button>
      {others.length > 0 && <MoveDialog team={team} person={person} free={free} others={others} />}
      <span className="text-ink-2 tabular-nums">The pool has {pool}.</span>
    </div>
  );
}
