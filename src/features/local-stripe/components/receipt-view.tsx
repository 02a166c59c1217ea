import { Card, CardBody } from '@/components/ui/card';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { Time } from '@/components/ui/time';
import { formatCents } from '@/lib/money';
import type { PaymentDocument } from '../loaders';
import { TestDocument } from './test-document';

/** A receipt of the local stand-in. */
export function ReceiptView({ receipt }: { receipt: PaymentDocument }) {
  return (
    <TestDocument>
      <h1 className="font-semibold text-28">Receipt {receipt.number}</h1>
      <p className="mt-1 mb-6 text-ink-2">{formatCents(receipt.amount)} paid</p>
      <Card>
        <CardBody className="py-2">
          <KeyValueList>
            <KeyValue name="Date">
              <Time value={new Date(receipt.created * 1000)} style="date-year" />
            </KeyValue>
            {receipt.customer?.name && <KeyValue name="Customer">{receipt.customer.name}</KeyValue>}
            {receipt.customer?.email && <KeyValue name="E-mail">{receipt.customer.email}</KeyValue>}
            <KeyValue name="Paid with">{receipt.paidWith}</KeyValue>
            <KeyValue name={receipt.description}>{formatCents(receipt.amount)}</KeyValue>
            <KeyValue name="Total, US dollars" strong>
              {formatCents(receipt.amount)}
            </KeyValue>
            {receipt.refunded > 0 && <KeyValue name="Refunded">{formatCents(-receipt.refunded)}</KeyValue>}
          </KeyValueList>
        </CardBody>
      </Card>
    </TestDocument>
  );
}
