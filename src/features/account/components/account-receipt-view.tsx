import { Download } from 'lucide-react';
import { useTexts } from '#use-texts';
import { AuthHead } from '@/components/shell/auth-shell';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button-class';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { Time } from '@/components/ui/time';
import type { AccountReceipt } from '../account-receipt';
import { PurgeWatch } from './purge-watch';

/** What the person sees after the last press, and whoever opens the receipt's link later. */
export function AccountReceiptView({ token, receipt }: { token: string; receipt: AccountReceipt }) {
  const { t, number } = useTexts();
  const { id, requestedAt, doneAt, deletions } = receipt;
  const done = receipt.status === 'done';
  return (
    <>
      <AuthHead title={t('deletion.receipt.title')}>
        {done ? t('deletion.receipt.done') : t('deletion.receipt.purging')}
      </AuthHead>
      <section aria-labelledby="receipt" className="rounded-card border bg-card px-5 py-3">
        <div className="flex items-center justify-between gap-3 pb-1">
          <h2 id="receipt" className="font-semibold text-16">
            {t('deletion.receipt.name')}
          </h2>
          <Badge tone={done ? 'good' : 'warn'}>
            {done ? t('deletion.receipt.stateDone') : t('deletion.receipt.statePurging')}
          </Badge>
        </div>
        <KeyValueList>
          <KeyValue name={t('deletion.receipt.asked')}>
            <Time value={requestedAt} style="full" />
          </KeyValue>
          {doneAt && (
            <KeyValue name={t('deletion.receipt.gone')}>
              <Time value={doneAt} style="full" />
            </KeyValue>
          )}
          {countsOf(receipt).map(([name, count]) => (
            <KeyValue key={name} name={t(`deletion.receipt.counts.${name}`)}>
              <span className="tabular-nums">{number(count)}</span>
            </KeyValue>
          ))}
        </KeyValueList>
        <a
          href={`/api/account/receipts/${token}`}
          download={`receipt-${id}.json`}
          className={buttonClass('default', 'md', 'mt-3 mb-2')}
        >
          <Download className="size-4" aria-hidden="true" />
          {t('deletion.receipt.download')}
        </a>
      </section>
      <p className="mt-4 text-ink-2">
        {deletions.length > 0 ? t('deletion.receipt.files') : t('deletion.receipt.noFiles')}
      </p>
      {!done && <PurgeWatch />}
    </>
  );
}

const COUNTED = [
  'teamsLeft',
  'teamsEnded',
  'photoSets',
  'generations',
  'backdrops',
  'links',
  'consents',
  'notices',
  'mails',
] as const;

/** What there was of it. */
function countsOf({ counts, deletions }: AccountReceipt) {
  const files = deletions.reduce((sum, deletion) => sum + deletion.counts.files, 0);
  const all = [...COUNTED.map((name) => [name, counts[name] ?? 0] as const), ['files', files] as const];
  return all.filter(([, count]) => count > 0);
}
