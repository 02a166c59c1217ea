'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '#use-texts';
import { ConfirmDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Stepper } from '@/components/ui/stepper';
import { toast } from '@/components/ui/toast';
import { useRequestKey } from '@/components/ui/use-request-key';
import { LOST_COUNTS_ONCE, useSubmit } from '@/components/ui/use-submit';
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
  const { t } = useTexts();
  const [each, setEach] = useState(USUAL_EACH);
  const { pending, refusal, submit } = useSubmit(LOST_COUNTS_ONCE);
  const { keyFor } = useRequestKey();

  const memberIds = chosen.map(({ memberId }) => memberId);
  const count = chosen.length;
  const total = each * count;
  const withFree = chosen.filter(({ free }) => free > 0);
  const free = withFree.reduce((sum, person) => sum + person.free, 0);
  const short = total - pool;

  function give() {
    const input = { memberIds, each };
    submit(() => giveEachAction(team, { ...input, idempotencyKey: keyFor(input) }), {
      onDone: () => {
        toast.success(t('credits.client.given.people', { amount: total, people: count }));
        onDone();
      },
    });
  }

  return (
    <section
      aria-label={t('credits.client.chosen.label')}
      className="sticky bottom-0 z-10 rounded-b-card border-t bg-raised px-5 py-3 max-lg:bottom-(--tabs-height)"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="font-medium tabular-nums" aria-live="polite">
          {t('credits.client.chosen.count', { count })}
        </span>
        {onAll && (
          <Button size="sm" variant="bare" onClick={onAll} disabled={pending}>
            {t('credits.client.chosen.all')}
          </Button>
        )}
        <Button
          size="icon-sm"
          variant="bare"
          aria-label={t('credits.client.chosen.none')}
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
            label={t('credits.client.chosen.each')}
            value={each}
            onValueChange={setEach}
            min={1}
            max={MOST_EACH}
            disabled={pending}
          />
          <Button
            type="submit"
            size="sm"
            pending={pending}
            disabled={short > 0}
            className="phone:h-control pointer-coarse:h-control phone:grow"
          >
            {t('credits.client.chosen.submit', { total, people: count })}
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
          {t('credits.client.short', { pool, short })}
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
  const { t } = useTexts();
  const people = chosen.length;
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="bare" disabled={disabled || free === 0} className="phone:grow">
          {t('credits.client.chosen.reclaim', { free })}
        </Button>
      }
      title={t('credits.client.chosen.reclaimTitle', { free, people })}
      description={t('credits.client.chosen.reclaimLead')}
      confirmLabel={t('credits.client.chosen.reclaimConfirm', { free })}
      onConfirm={async () => {
        const moves = chosen.map(({ memberId, free: amount }) => ({ memberId, amount }));
        const result = await reclaimManyAction(team, { moves, idempotencyKey: keyFor(moves) });
        if (!result.ok) return { error: result.message };
        const { taken, refused } = result.value;
        if (refused > 0) return { error: t('credits.client.chosen.changed', { taken, refused }) };
        toast.success(t('credits.client.reclaimed.people', { amount: taken, people }));
        onDone();
        return undefined;
      }}
    />
  );
}
