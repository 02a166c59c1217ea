'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast';
import { useRequestKey } from '@/components/ui/use-request-key';
import { LOST_COUNTS_ONCE, useSubmit } from '@/components/ui/use-submit';
import { formatCredits } from '@/lib/money';
import { counted, countedPeople } from '@/lib/words';
import { giveEachAction } from '../distribute-actions';
import { reclaimManyAction } from '../move-actions';
import type { Selectable } from './wallet-selection';

const USUAL_EACH = 5;
const MOST_EACH = 10_000;

type Props = {
  team: string;
  pool: number;
  chosen: readonly Selectable[];
  /** Chooses everybody in view; undefined when they are. */
  onAll: (() => void) | undefined;
  onDone: () => void;
};

/** What can be done with the chosen wallets: the same amount to each, or everything free back to the pool. */
export function SelectionBar({ team, pool, chosen, onAll, onDone }: Props) {
  const [each, setEach] = useState(USUAL_EACH);
  const { pending, refusal, submit } = useSubmit(LOST_COUNTS_ONCE);
  const { keyFor } = useRequestKey();

  const memberIds = chosen.map(({ memberId }) => memberId);
  const count = chosen.length;
  const people = countedPeople(count);
  const total = each * count;
  const withFree = chosen.filter(({ free }) => free > 0);
  const free = withFree.reduce((sum, person) => sum + person.free, 0);
  const short = total - pool;

  function give() {
    const input = { memberIds, each };
    submit(() => giveEachAction(team, { ...input, idempotencyKey: keyFor(input) }), {
      onDone: () => {
        toast.success(`${formatCredits(total)} given to ${people}.`);
        onDone();
      },
    });
  }

  return (
    <section
      aria-label="Chosen people"
      className="sticky bottom-0 z-10 rounded-b-card border-t bg-raised px-5 py-3 max-lg:bottom-(--tabs-height)"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="font-medium tabular-nums" aria-live="polite">
          {count} chosen
        </span>
        {onAll && (
          <Button size="sm" variant="bare" onClick={onAll} disabled={pending}>
            Choose all here
          </Button>
        )}
        <Button
          size="icon-sm"
          variant="bare"
          aria-label="Choose nobody"
          className="phone:ml-auto"
          onClick={onDone}
          disabled={pending}
        >
          <X className="size-4" aria-hidden="true" />
        </Button>
        <form
          className="ml-auto flex flex-wrap items-center gap-2 phone:ml-0 phone:w-full"
          onSubmit={(event) => {
            event.preventDefault();
            give();
          }}
        >
          <Stepper
            label="Credits for each"
            value={each}
            onValueChange={setEach}
            min={1}
            max={MOST_EACH}
            disabled={pending}
          />
          <Button type="submit" size="sm" pending={pending} disabled={short > 0} className="phone:grow">
            Give {total} to {people}
          </Button>
          <Reclaim
            team={team}
            chosen={withFree}
            free={free}
            keyFor={keyFor}
            disabled={pending}
            onDone={onDone}
          />
        </form>
      </div>
      {short > 0 && (
        <p className="mt-1 text-right text-12 text-ink-2 tabular-nums">
          The pool has {pool}, {short} short.
        </p>
      )}
      {refusal && (
        <p role="alert" className="mt-1 text-right text-12 text-bad">
          {refusal.message}
        </p>
      )}
    </section>
  );
}

function Reclaim({
  team,
  chosen,
  free,
  keyFor,
  disabled,
  onDone,
}: {
  team: string;
  chosen: readonly Selectable[];
  free: number;
  keyFor: (request: unknown) => string;
  disabled: boolean;
  onDone: () => void;
}) {
  const people = countedPeople(chosen.length);
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="bare" disabled={disabled || free === 0} className="phone:grow">
          Reclaim {free}
        </Button>
      }
      title={`Reclaim ${formatCredits(free)} from ${people}?`}
      description="Everything free in these wallets goes back to the pool. What is held for running headshots stays."
      confirmLabel={`Reclaim ${formatCredits(free)}`}
      onConfirm={async () => {
        const moves = chosen.map(({ memberId, free: amount }) => ({ memberId, amount }));
        const result = await reclaimManyAction(team, { moves, idempotencyKey: keyFor(moves) });
        if (!result.ok) return { error: result.message };
        const { taken, refused } = result.value;
        if (refused > 0)
          return {
            error: `${formatCredits(taken)} reclaimed. ${counted(refused, 'wallet')} had changed in the meantime and ${refused === 1 ? 'was' : 'were'} left alone.`,
          };
        toast.success(`${formatCredits(taken)} reclaimed from ${people}.`);
        onDone();
        return undefined;
      }}
    />
  );
}
