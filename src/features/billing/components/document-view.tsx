import { TestDocument } from '@/components/shell/test-document';
import { Card, CardBody } from '@/components/ui/card';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { Time } from '@/components/ui/time';
import { formatCents } from '@/lib/money';
import type { CheckoutDocument } from '../checkout-page-loaders';

/** A receipt of the local stand-in. */
export function DocumentView({ document }: { document: CheckoutDocument }) {
  return (
    <TestDocument>
      <h1 className="font-semibold text-28">Receipt {document.number}</h1>
      <p className="mt-1 mb-6 text-ink-2">{formatCents(document.amount)} paid</p>
      <Card>
        <CardBody className="py-2">
          <KeyValueList>
            <KeyValue name="Date">
              <Time value={new Date(document.created * 1000)} style="date-year" />
            </KeyValue>
            {document.customer?.name && <KeyValue name="Customer">{document.customer.name}</KeyValue>}
            {document.customer?.email && <KeyValue name="E-mail">{document.customer.email}</KeyValue>}
            <KeyValue name="Paid with">{document.paidWith}</KeyValue>
            <KeyValue name={document.description}>{formatCents(document.amount)}</KeyValue>
            <KeyValue name="Total, US dollars" strong>
              {formatCents(document.amount)}
            </KeyValue>
            {document.refunded > 0 && <KeyValue name="Refunded">{formatCents(-document.refunded)}</KeyValue>}
          </KeyValueList>
        </CardBody>
      </Card>
    </TestDocument>
  );
}
