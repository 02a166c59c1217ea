import { Badge } from '@/components/ui/badge';
import { Card, CardBody } from '@/components/ui/card';
import { KeyValue, KeyValueList } from '@/components/ui/key-value';
import { PrintButton } from '@/components/ui/print-button';
import { Time } from '@/components/ui/time';
import { formatCents } from '@/lib/money';
import type { InvoicePage } from '../loaders';
import { PayInvoice } from './pay-invoice';
import { TestDocument } from './test-document';

const TONES = { paid: 'good', open: 'info', uncollectible: 'bad' } as const;

/** The hosted page of an invoice at the local Stripe: the paper, and how to pay it. */
export function InvoiceView({ invoice }: { invoice: InvoicePage }) {
  return (
    <TestDocument>
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="font-semibold text-28">Invoice {invoice.number}</h1>
        <Badge tone={TONES[invoice.status as keyof typeof TONES] ?? 'quiet'}>{invoice.status}</Badge>
      </div>
      <p className="mt-1 mb-6 text-ink-2">{headline(invoice)}</p>
      <Card>
        <CardBody className="py-2">
          <Facts invoice={invoice} />
          <Sum invoice={invoice} />
        </CardBody>
      </Card>
      {(invoice.description || invoice.footer) && (
        <p className="mt-4 whitespace-pre-line text-ink-2">
          {[invoice.description, invoice.footer].filter(Boolean).join('\n')}
        </p>
      )}
      <PrintButton variant="bare" className="-ml-3.5 mt-4">
        Print or save as PDF
      </PrintButton>
      {invoice.canBePaid && (
        <PayInvoice
          id={invoice.id}
          amount={invoice.left}
          bank={invoice.status === 'open'}
          confirming={invoice.waitsForOwner}
        />
      )}
    </TestDocument>
  );
}

function headline({ left, total, status, canBePaid }: InvoicePage): string {
  if (canBePaid) return `${formatCents(left)} to pay`;
  return status === 'paid' ? `${formatCents(total)} paid` : `${formatCents(total)}, nothing to pay`;
}

function Facts({ invoice }: { invoice: InvoicePage }) {
  const { customer } = invoice;
  return (
    <KeyValueList className="border-b">
      <KeyValue name="From">{invoice.seller}</KeyValue>
      {(customer.name || customer.address.length > 0) && (
        <KeyValue name="To">
          {[customer.name, ...customer.address].filter(Boolean).map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </KeyValue>
      )}
      {customer.taxIds.map((taxId) => (
        <KeyValue key={taxId} name="Tax id">
          {taxId}
        </KeyValue>
      ))}
      {customer.email && <KeyValue name="E-mail">{customer.email}</KeyValue>}
      {invoice.customFields.map(({ name, value }) => (
        <KeyValue key={name} name={name}>
          {value}
        </KeyValue>
      ))}
      <KeyValue name="Date">
        <Time value={invoice.created} style="date-year" />
      </KeyValue>
      {invoice.due && invoice.canBePaid && (
        <KeyValue name="Due">
          <Time value={invoice.due} style="date-year" />
        </KeyValue>
      )}
      {invoice.paidAt && (
        <KeyValue name="Paid">
          <Time value={invoice.paidAt} style="date-year" />
        </KeyValue>
      )}
    </KeyValueList>
  );
}

function Sum({ invoice }: { invoice: InvoicePage }) {
  const { discount, credit, creditNotes } = invoice;
  return (
    <KeyValueList>
      {invoice.lines.map(({ id, description, amount, period }) => (
        <KeyValue
          key={id}
          name={
            <>
              {description}
              {period && (
                <span className="block text-12 text-ink-3">
                  <Time value={period.from} style="date" /> – <Time value={period.to} style="date-year" />
                </span>
              )}
            </>
          }
        >
          {formatCents(amount)}
        </KeyValue>
      ))}
      {discount > 0 && <KeyValue name="Discount">{formatCents(-discount)}</KeyValue>}
      <KeyValue name="Total, US dollars" strong>
        {formatCents(invoice.total)}
      </KeyValue>
      {credit < 0 && <KeyValue name="Credit from before">{formatCents(credit)}</KeyValue>}
      {creditNotes.map(({ number, amount }) => (
        <KeyValue key={number} name={`Credit note ${number}`}>
          {formatCents(-amount)}
        </KeyValue>
      ))}
    </KeyValueList>
  );
}
