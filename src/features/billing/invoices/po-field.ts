/** A purchase order number as Stripe prints it on an invoice. */
export function poField(poNumber: string): { name: string; value: string }[] {
  return [{ name: 'PO number', value: poNumber }];
}
