/** Whom an invoice is made out to, as lines of text. */
export type InvoiceAddress = {
  company: string | null;
  line1: string | null;
  line2: string | null;
  postalCode: string | null;
  city: string | null;
  state: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  taxId: string | null;
  /** Stripe refused the tax id: invoices go without it. */
  taxIdProblem?: string | null;
};

/** Company (or the team's name), street, town, country, tax id; nothing empty. */
export function invoiceLines(to: InvoiceAddress, team: string): string[] {
  const town = [to.postalCode, to.city, to.state].filter(Boolean).join(' ');
  const lines = [to.company ?? team, to.line1, to.line2, town, to.country && countryName(to.country)];
  const taxId = to.taxIdProblem ? null : to.taxId;
  return [...lines, taxId && `Tax ID ${taxId}`].filter((line): line is string => Boolean(line));
}

/** "DE" → "Germany". */
export function countryName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;
}
