'use client';

import { useRouter } from 'next/navigation';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button, ButtonLink } from '@/components/ui/button';
import { useRequestKey } from '@/components/ui/use-request-key';
import { LOST_COUNTS_ONCE, useSubmit } from '@/components/ui/use-submit';
import { giveAction } from '@/features/credits/actions';
import type { NewHeadshots } from '../loaders';

/** Too few credits: how many are missing, and how to get them: out of the pool with one press, by buying, or from whom. */
export function Shortage({ data, total }: { data: NewHeadshots; total: number }) {
  const { t, eitherOf } = useTexts();
  const { free, pool, helpers, mayBuy, slug } = data;
  const missing = total - free;
  if (pool !== null && pool >= missing) return <FromPool data={data} missing={missing} />;
  if (!mayBuy)
    return (
      <Alert tone="warn">
        {t('generation.client.form.shortAsk', { missing, helpers: eitherOf(helpers) })}
      </Alert>
    );
  return (
    <Alert
      tone="warn"
      action={
        <ButtonLink href={`/teams/${slug}/credits`} size="sm">
          {t('generation.client.form.getCredits')}
        </ButtonLink>
      }
    >
      {t('generation.client.form.short', { missing })}
    </Alert>
  );
}

/** Whoever gives credits to others may give them to themselves: the page of credits would be a detour. */
function FromPool({ data: { slug, memberId, pool }, missing }: { data: NewHeadshots; missing: number }) {
  const { t } = useTexts();
  const router = useRouter();
  const { keyFor } = useRequestKey();
  const { pending, refusal, submit } = useSubmit(LOST_COUNTS_ONCE);
  const take = () => {
    const wanted = { memberId, amount: missing };
    submit(() => giveAction(slug, { ...wanted, idempotencyKey: keyFor({ ...wanted, pool }) }), {
      onDone: () => router.refresh(),
    });
  };
  return (
    <Alert
      tone="warn"
      action={
        <Button size="sm" pending={pending} onClick={take}>
          {t('generation.client.form.takeFromPool', { missing })}
        </Button>
      }
    >
      {refusal?.message ?? t('generation.client.form.shortPool', { missing, pool: pool ?? 0 })}
    </Alert>
  );
}
