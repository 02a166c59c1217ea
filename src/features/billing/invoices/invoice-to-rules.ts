/** Whom an invoice is made out to, as lines of text. */
import type { Texts } from '@/texts/make-texts';

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
export function invoiceLines(to: InvoiceAddress, team: string, texts: Texts): string[] {
  const town = [to.postalCode, to.city, to.state].filter(Boolean).join(' ');
  const country = to.country && countryNames(texts)(to.country);
  const taxId = to.taxIdProblem ? null : to.taxId;
  const lines = [to.company ?? team, to.line1, to.line2, town, country];
  return [...lines, taxId && texts.t('billing.details.taxId', { taxId })].filter((line): line is string =>
    Boolean(line),
  );
}

/** "DE" → "Germany". */
export function countryNames({ locale }: Texts): (code: string) => string {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return (code) => names.of(code) ?? code;
}
