'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { CreditAmount } from '@/components/ui/credit-amount';
import { Dialog, DialogActions, DialogClose } from '@/components/ui/dialog';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import { useSubmit } from '@/components/ui/use-submit';
import { formatCents } from '@/lib/money';
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

const LABELS = { upgrade: 'Upgrade to', downgrade: 'Change to', keep: 'Keep' } as const;
const DONE = {
  upgrade: (plan: string) => `You are on the ${plan} plan now.`,
  downgrade: (plan: string) => `Your plan will change to ${plan}.`,
  keep: (plan: string) => `You keep the ${plan} plan.`,
} as const;

const UNPRICED = 'We could not get the price from Stripe. Nothing was changed. Try again in a minute.';
const LOST = 'ui.client.lost.checkPlan';

/** Another plan: what is charged now or later is asked of Stripe before the button that does it. */
export function ChangePlan({ team, from, to, periodEnd, offer }: Props) {
  const [open, setOpen] = useState(false);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [unpriced, setUnpriced] = useState<string | null>(null);
  const { pending, busy, refusal, clear, submit } = useSubmit(LOST);
  const router = useRouter();
  const { name } = PLANS[to];
  const error = refusal?.message ?? unpriced;

  async function look() {
    const result = await previewPlanAction(team, { plan: to }).catch(() => null);
    if (result?.ok) setPreview(result.value);
    else setUnpriced(result?.message ?? UNPRICED);
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
        toast.success(DONE[offer](name));
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
          {LABELS[offer]} {name}
        </Button>
      }
      title={`${LABELS[offer]} ${name}?`}
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
                  Update card
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
          <Button disabled={pending}>Not now</Button>
        </DialogClose>
        <Button variant="key" pending={pending} disabled={!preview} onClick={confirm}>
          {confirmLabel(preview, to)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function confirmLabel(preview: Preview | null, to: PlanId): string {
  const { name } = PLANS[to];
  if (preview?.kind === 'upgrade')
    return preview.dueNowCents === null
      ? `Upgrade to ${name}`
      : `Upgrade and pay ${formatCents(preview.dueNowCents)}`;
  if (preview?.kind === 'downgrade') return `Change to ${name}`;
  return preview ? `Keep ${name}` : name;
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
  const later = (
    <KeyValue
      name={
        <>
          From <Time value={periodEnd} style="date-year" />
        </>
      }
    >
      {formatCents(PLANS[to].amountCents)} a month
    </KeyValue>
  );
  if (preview.kind === 'upgrade')
    return (
      <KeyValueList className="border-y">
        <KeyValue name="Charged now, to your saved card" strong>
          {preview.dueNowCents === null
            ? `${formatCents(preview.differenceCents)}, before tax and discounts`
            : formatCents(preview.dueNowCents)}
        </KeyValue>
        <KeyValue name="Credits added now">
          <CreditAmount amount={preview.credits} />
        </KeyValue>
        {later}
      </KeyValueList>
    );
  if (preview.kind === 'downgrade')
    return (
      <KeyValueList className="border-y">
        <KeyValue name="Charged now" strong>
          Nothing
        </KeyValue>
        <KeyValue
          name={
            <>
              Until <Time value={periodEnd} style="date-year" />
            </>
          }
        >
          {PLANS[from].name} stays
        </KeyValue>
        {later}
      </KeyValueList>
    );
  return (
    <KeyValueList className="border-y">
      <KeyValue name="Charged now" strong>
        Nothing
      </KeyValue>
      {later}
    </KeyValueList>
  );
}

function Waiting() {
  return (
    <div role="status" aria-label="Getting the price" className="grid gap-6 border-y py-3">
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-2/3" />
      <Skeleton className="h-4 w-1/2" />
    </div>
  );
}
