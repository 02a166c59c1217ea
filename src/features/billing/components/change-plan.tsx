'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import { useSubmit } from '@/components/ui/use-submit';
import type { Texts } from '@/texts/make-texts';
import { changePlanAction, previewPlanAction } from '../plan-actions';
import { PLANS, type PlanId } from '../price-list';
import { OpenPortal } from './open-portal';

type Props = {
  team: string;
  from: PlanId;
  to: PlanId;
  /** ISO 8601: when the paid month ends. */
  periodEnd: string;
  offer: 'upgrade' | 'downgrade' | 'keep';
};

type Preview = Extract<Awaited<ReturnType<typeof previewPlanAction>>, { ok: true }>['value'];

/** Another plan: what is charged now or later is asked of Stripe before the button that does it. */
export function ChangePlan({ team, from, to, periodEnd, offer }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const [open, setOpen] = useState(false);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [unpriced, setUnpriced] = useState<string | null>(null);
  const { pending, busy, refusal, clear, submit } = useSubmit('ui.client.lost.checkPlan');
  const router = useRouter();
  const { name } = PLANS[to];
  const error = refusal?.message ?? unpriced;

  async function look() {
    const result = await previewPlanAction(team, { plan: to }).catch(() => null);
    if (result?.ok) setPreview(result.value);
    else setUnpriced(result?.message ?? t('billing.client.change.unpriced'));
  }

  function change(next: boolean) {
    if (busy()) return;
    setOpen(next);
    setPreview(null);
    setUnpriced(null);
    clear();
    if (next) void look();
  }

  function confirm() {
    submit(() => changePlanAction(team, { plan: to }), {
      onDone: () => {
        setOpen(false);
        router.refresh();
        toast.success(t(`billing.client.change.done.${offer}`, { plan: name }));
      },
      onRefused: ({ code }) => {
        if (!code) router.refresh();
      },
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant={offer === 'upgrade' ? 'key' : 'default'} className="w-full">
          {t(`billing.client.change.offer.${offer}`, { plan: name })}
        </Button>
      }
      title={t(`billing.client.change.title.${offer}`, { plan: name })}
    >
      {/* As high while it loads as when it is there. */}
      <div className="min-h-[8.25rem]">
        {preview ? (
          <Terms preview={preview} from={from} to={to} periodEnd={periodEnd} />
        ) : (
          !error && <Waiting />
        )}
        {error && (
          <Alert
            tone="bad"
            className="mt-2"
            action={
              offer === 'upgrade' &&
              refusal?.code && (
                <OpenPortal team={team} flow="update-card">
                  {t('billing.client.change.updateCard')}
                </OpenPortal>
              )
            }
          >
            {error}
          </Alert>
        )}
      </div>
      <DialogActions>
        <DialogClose>
          <Button disabled={pending}>{t('billing.client.change.notNow')}</Button>
        </DialogClose>
        <Button variant="key" pending={pending} disabled={!preview} onClick={confirm}>
          {confirmLabel(preview, to, texts)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function confirmLabel(preview: Preview | null, to: PlanId, { t, cents }: Texts): string {
  const { name } = PLANS[to];
  if (!preview) return name;
  return preview.kind === 'upgrade' && preview.dueNowCents !== null
    ? t('billing.client.change.upgradeFor', { amount: cents(preview.dueNowCents) })
    : t(`billing.client.change.offer.${preview.kind}`, { plan: name });
}

function Terms({
  preview,
  from,
  to,
  periodEnd,
}: {
  preview: Preview;
  from: PlanId;
  to: PlanId;
  periodEnd: string;
}) {
  const { t, rich, cents } = useTexts();
  const date = () => <Time value={periodEnd} style="date-year" />;
  const later = (
    <KeyValue name={rich('billing.client.change.from', { date })}>
      {t('billing.client.change.monthly', { amount: cents(PLANS[to].amountCents) })}
    </KeyValue>
  );
  if (preview.kind === 'upgrade')
    return (
      <KeyValueList className="border-y">
        <KeyValue name={t('billing.client.change.chargedToCard')} strong>
          {preview.dueNowCents === null
            ? t('billing.client.change.beforeTax', { amount: cents(preview.differenceCents) })
            : cents(preview.dueNowCents)}
        </KeyValue>
        <KeyValue name={t('billing.client.change.creditsNow')}>
          <CreditAmount amount={preview.credits} />
        </KeyValue>
        {later}
      </KeyValueList>
    );
  if (preview.kind === 'downgrade')
    return (
      <KeyValueList className="border-y">
        <KeyValue name={t('billing.client.change.chargedNow')} strong>
          {t('billing.client.change.nothing')}
        </KeyValue>
        <KeyValue name={rich('billing.client.change.until', { date })}>
          {t('billing.client.change.stays', { plan: PLANS[from].name })}
        </KeyValue>
        {later}
      </KeyValueList>
    );
  return (
    <KeyValueList className="border-y">
      <KeyValue name={t('billing.client.change.chargedNow')} strong>
        {t('billing.client.change.nothing')}
      </KeyValue>
      {later}
    </KeyValueList>
  );
}

function Waiting() {
  const { t } = useTexts();
  return (
    <div role="status" aria-label={t('billing.client.change.waiting')} className="grid gap-6 border-y py-3">
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-2/3" />
      <Skeleton className="h-4 w-1/2" />
    </div>
  );
}
