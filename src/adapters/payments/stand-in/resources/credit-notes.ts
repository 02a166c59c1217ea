import { z } from 'zod';
import { addCreditNote, voidCreditNote } from '../credit-notes';
import { amount, expand, id, isWithin, metadata, moments, noParams, page, positive, text } from '../params';
import { findIn, listing, type Route, retrieving, route, same } from '../routes';

const PATH = '/v1/credit_notes';

export const creditNoteParams = z.strictObject({
  invoice: id,
  amount: positive.optional(),
  credit_amount: amount.optional(),
  out_of_band_amount: amount.optional(),
  refund_amount: amount.optional(),
  refunds: z
    .array(
      z.strictObject({
        refund: id,
        amount_refunded: positive.optional(),
        type: z.literal('refund').optional(),
      }),
    )
    .optional(),
  lines: z
    .array(
      z.strictObject({
        type: z.enum(['invoice_line_item', 'custom_line_item']),
        invoice_line_item: id.optional(),
        description: text.optional(),
        amount: positive.optional(),
        quantity: positive.optional(),
        unit_amount: positive.optional(),
      }),
    )
    .min(1)
    .optional(),
  email_type: z.enum(['credit_note', 'none']).optional(),
  memo: text.optional(),
  metadata: metadata.optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'order_change', 'product_unsatisfactory']).optional(),
  expand,
});

export const CREDIT_NOTE_ROUTES: Route[] = [
  route('POST', PATH, creditNoteParams, (input, { store, now }) => addCreditNote(store, input, now)),
  listing(
    PATH,
    z.strictObject({ invoice: id.optional(), customer: id.optional(), created: moments, ...page }),
    ({ store }) => Object.values(store.creditNotes),
    (note, { invoice, customer, created }) =>
      same(invoice, note.invoice) && same(customer, note.customer) && isWithin(note.created, created),
  ),
  retrieving(PATH, 'credit_note', (store) => store.creditNotes),
  route('POST', `${PATH}/:id/void`, noParams, (_input, { store, id, now }) => {
    const note = findIn(store.creditNotes, 'credit_note', id);
    voidCreditNote(store, note, now);
    return note;
  }),
];
