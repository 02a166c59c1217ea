import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { formatCents } from '@/lib/money';
import type { CheckoutPage } from '../loaders';
import { CardForm } from './card-form';
import { CheckoutShell } from './checkout-shell';

/** The local stand-in's payment page: the order at the left, the card at the right. */
export function CheckoutView({ page }: { page: CheckoutPage }) {
  return (
    <CheckoutShell
      summary={
        <>
          <p className="text-ink-2">{page.description}</p>
          <p className="display-40 mt-2 mb-6">
            {formatCents(page.amount)}
            {page.every && <span className="text-20 text-ink-2"> / {page.every}</span>}
          </p>
          <KeyValueList>
            {page.mode !== 'setup' && (
              <KeyValue name={page.description}>{formatCents(page.subtotal)}</KeyValue>
            )}
            {page.discount && (
              <KeyValue name={`Code ${page.discount.name}`}>{formatCents(-page.discount.amount)}</KeyValue>
            )}
            {page.email && (
              <KeyValue name={page.mode === 'setup' ? 'For' : 'Receipt to'}>{page.email}</KeyValue>
            )}
            <KeyValue name="Due today" strong>
              {formatCents(page.amount)}
            </KeyValue>
          </KeyValueList>
        </>
      }
      back={
        page.status === 'open' &&
        page.cancelUrl && (
          <a href={page.cancelUrl} className="link">
            Cancel and go back
          </a>
        )
      }
    >
      {page.status === 'open' ? <CardForm page={page} /> : <Closed page={page} />}
    </CheckoutShell>
  );
}

function Closed({ page }: { page: CheckoutPage }) {
  const paid = page.status === 'complete';
  return (
    <div className="grid justify-items-start gap-4">
      <h1 className="font-semibold text-20">{paid ? 'This order is done' : 'This page has expired'}</h1>
      <Alert tone={paid ? 'good' : 'warn'} className="w-full">
        {paid ? 'It takes no second payment.' : 'Not charged. Go back and order again.'}
      </Alert>
      <ButtonLink href={paid ? page.successUrl : (page.cancelUrl ?? '/')} variant="key" prefetch={false}>
        Back to headcraft
      </ButtonLink>
    </div>
  );
}
