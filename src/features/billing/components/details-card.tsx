import { useTexts } from '#use-texts';
import { Alert } from '@/components/ui/alert';
import { Card, CardBody, CardHead } from '@/components/ui/card';
import type { Texts } from '@/texts/make-texts';
import type { BillingView } from '../billing-loaders';
import { DetailsDialog } from './details-dialog';

/** Whom invoices are made out to and where they go. */
export function DetailsCard({ slug, invoiceTo }: { slug: string; invoiceTo: BillingView['invoiceTo'] }) {
  const { t } = useTexts();
  const { lines, email, fields, choices, taxIdProblem } = invoiceTo;
  return (
    <Card id="details" aria-labelledby="details-title" className="flex scroll-mt-6 flex-col">
      <CardHead id="details-title" title={t('billing.details.title')} />
      <CardBody className="flex grow flex-col justify-between gap-4">
        <div className="grid gap-2">
          <address className="not-italic">
            {lines.map((line, index) => (
              <span
                key={line}
                className={index === 0 ? 'block font-medium wrap-anywhere' : 'block text-ink-2 wrap-anywhere'}
              >
                {line}
              </span>
            ))}
          </address>
          <p className="text-ink-2 wrap-anywhere">{sentTo(email, fields.poNumber, t)}</p>
          {taxIdProblem && (
            <Alert
              tone="warn"
              title={t('billing.details.taxIdRefused', { taxId: fields.taxId ?? '' })}
              className="mt-1"
            >
              {taxIdProblem}
            </Alert>
          )}
        </div>
        <div>
          <DetailsDialog team={slug} fields={fields} choices={choices} />
        </div>
      </CardBody>
    </Card>
  );
}

function sentTo(email: string | null, order: string | null, t: Texts['t']): string {
  if (email)
    return order
      ? t('billing.details.sentToWithOrder', { email, order })
      : t('billing.details.sentTo', { email });
  return order ? t('billing.details.sentToBuyerWithOrder', { order }) : t('billing.details.sentToBuyer');
}
