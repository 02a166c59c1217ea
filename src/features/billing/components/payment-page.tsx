import { useTexts } from '#use-texts';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card';
import { CreditAmount } from '@/components/ui/credit-amount';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import type { PaymentPageView } from '../payment-loaders';
import { STATE_TONES } from '../payments/payment-state-rules';
import { refundRefusal } from '../refunds/refund-offer-rules';
import { DocumentLink } from './document-link';
import { PaymentEvents } from './payment-events';
import { RefundDialog } from './refund-dialog';

/** One payment: what it was, what is left of it, what happened to it, its documents. */
export function PaymentPage({ view }: { view: PaymentPageView }) {
  const { slug, label, state, amountCents } = view;
  const { t, cents } = useTexts();
  return (
    <>
      <LiveRefresh team={slug} types={['payment.changed', 'balance.changed']} />
      <PageHead
        title={
          <span className="flex flex-wrap items-center gap-3">
            {cents(amountCents)} <Badge tone={STATE_TONES[state]}>{t(`billing.state.${state}`)}</Badge>
          </span>
        }
        crumbs={[
          { label: t('billing.crumbs.billing'), href: `/teams/${slug}/billing` },
          { label: t('billing.crumbs.payments'), href: `/teams/${slug}/billing#payments` },
          { label },
        ]}
        actions={<Actions view={view} />}
      >
        {label}, <Time value={view.at} style="full" />
      </PageHead>
      <div className="grid gap-6 phone:gap-4">
        <Banner view={view} />
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_352px] phone:gap-4">
          <div className="grid min-w-0 gap-6 phone:gap-4">
            <Facts view={view} />
            <Card aria-labelledby="events">
              <CardHead id="events" title={t('billing.payment.events')} />
              <CardBody>
                <PaymentEvents events={view.events} />
              </CardBody>
            </Card>
          </div>
          <Documents view={view} />
        </div>
      </div>
    </>
  );
}

function Actions({ view }: { view: PaymentPageView }) {
  const texts = useTexts();
  const { slug, paymentId, refund, mayRefund, pausesTopUp, orderHref, state } = view;
  if (state === 'waiting' || state === 'invoiced' || state === 'overdue')
    return orderHref && <ButtonLink href={orderHref}>{texts.t('billing.payment.openOrder')}</ButtonLink>;
  if (!refund || !mayRefund || refundRefusal(refund, texts)) return null;
  return <RefundDialog team={slug} paymentId={paymentId} offer={refund} pausesTopUp={pausesTopUp} />;
}

function Banner({ view: { dispute, state, failure, credits } }: { view: PaymentPageView }) {
  const texts = useTexts();
  const { t, cents } = texts;
  const told = { credits: texts.credits(credits) };
  if (dispute)
    return (
      <Alert tone="warn" title={t('billing.payment.disputedTitle', { amount: cents(dispute.amountCents) })}>
        {dispute.credits > 0
          ? t('billing.payment.disputedCredits', { credits: dispute.credits })
          : t('billing.payment.disputed')}
      </Alert>
    );
  switch (state) {
    case 'charged-back':
      return (
        <Alert tone="bad" title={t('billing.payment.chargedBackTitle')}>
          {t('billing.payment.chargedBack')}
        </Alert>
      );
    case 'failed':
      return (
        <Alert tone="bad" title={failure ?? t('billing.kept.noReason')}>
          {t('billing.told.failed.next')}
        </Alert>
      );
    case 'parked':
      return (
        <Alert tone="warn" title={t('billing.payment.parkedTitle')}>
          {t('billing.told.parked.next')}
        </Alert>
      );
    case 'overdue':
      return (
        <Alert tone="warn" title={t('billing.payment.overdueTitle')}>
          {t('billing.payment.overdue', told)}
        </Alert>
      );
    case 'closed':
      return (
        <Alert tone="info" title={failure ?? t('billing.kept.closed')}>
          {t('billing.told.closed.next')}
        </Alert>
      );
    case 'waiting':
    case 'invoiced':
      return (
        <Alert tone="info" title={t('billing.payment.waitingTitle')}>
          {t('billing.payment.waiting', told)}
        </Alert>
      );
    default:
      return null;
  }
}

function Facts({ view }: { view: PaymentPageView }) {
  const { paymentId, amountCents, taxCents, refundedCents, credits, unspent, poNumber, refund } = view;
  const texts = useTexts();
  const { t, rich, columnCents } = texts;
  const refusal = refund && refundRefusal(refund, texts);
  return (
    <Card aria-labelledby="facts">
      <CardHead id="facts" title={t('billing.payment.title')} />
      <CardBody className="py-2">
        <KeyValueList>
          <KeyValue name={t('billing.payment.amount')} strong>
            {columnCents(amountCents)}
          </KeyValue>
          <KeyValue name={t('billing.payment.tax')}>{columnCents(taxCents)}</KeyValue>
          {refundedCents > 0 && (
            <KeyValue name={t('billing.payment.refunded')}>{columnCents(-refundedCents)}</KeyValue>
          )}
          <KeyValue name={t('billing.payment.credits')}>
            <CreditAmount amount={credits} />
          </KeyValue>
          {unspent !== null && credits > 0 && (
            <KeyValue name={t('billing.payment.unspent')}>
              <CreditAmount amount={unspent} />
            </KeyValue>
          )}
          {poNumber && <KeyValue name={t('billing.payment.purchaseOrder')}>{poNumber}</KeyValue>}
          <KeyValue name={t('billing.payment.reference')}>
            <span className="code text-12">{paymentId}</span>
          </KeyValue>
        </KeyValueList>
      </CardBody>
      {refund && (
        <CardFoot>
          <span className="max-w-reading py-1.5">
            {refusal ??
              rich('billing.payment.refundable', {
                date: () => <Time value={refund.until} style="date-year" />,
              })}
          </span>
        </CardFoot>
      )}
    </Card>
  );
}

function Documents({ view: { documents, payUrl } }: { view: PaymentPageView }) {
  const { t } = useTexts();
  return (
    <Card aria-labelledby="documents">
      <CardHead id="documents" title={t('billing.document.title')} />
      <CardBody className="py-2">
        {documents.length === 0 && !payUrl ? (
          <p className="py-3 text-ink-2">{t('billing.document.none')}</p>
        ) : (
          <ul className="divide-y">
            {payUrl && (
              <li className="py-2.5">
                <DocumentLink href={payUrl}>{t('billing.document.paymentPage')}</DocumentLink>
              </li>
            )}
            {documents.map(({ kind, url }) => (
              <li key={url} className="py-2.5">
                <DocumentLink href={url}>{t(`billing.document.${kind}`)}</DocumentLink>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
