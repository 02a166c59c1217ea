/** What invoices say about the buyer, as the form sends it. */
import { z } from 'zod';
import { say } from '@/texts/current-texts';
import { textKey } from '@/texts/message-key';

/** Stripe's name of each kind of tax id that we offer, an example and its shape; people call it `billing.details.taxIdTypes.<type>`. */
export const TAX_IDS = {
  eu_vat: { example: 'DE123456789', shape: /^[A-Z]{2}[0-9A-Z]{2,12}$/ },
  gb_vat: { example: 'GB123456789', shape: /^(GB|XI)(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/ },
  us_ein: { example: '12-3456789', shape: /^\d{2}-\d{7}$/ },
  ca_bn: { example: '123456789', shape: /^\d{9}$/ },
  ca_gst_hst: { example: '123456789RT0002', shape: /^\d{9}RT\d{4}$/ },
  ch_vat: {
    example: 'CHE-123.456.789 MWST',
    shape: /^CHE-\d{3}\.\d{3}\.\d{3} ?(MWST|TVA|IVA)$/,
  },
  no_vat: { example: '123456789MVA', shape: /^\d{9}MVA$/ },
  au_abn: { example: '12345678912', shape: /^\d{11}$/ },
  nz_gst: { example: '123456789', shape: /^\d{8,9}$/ },
  in_gst: { example: '12ABCDE3456FGZH', shape: /^[0-9A-Z]{15}$/ },
  sg_gst: { example: 'M12345678X', shape: /^[A-Z0-9]{9,10}$/ },
  br_cnpj: {
    example: '01.234.456/5432-10',
    shape: /^\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}$/,
  },
} as const;

export type TaxIdType = keyof typeof TAX_IDS;

export const TAX_ID_TYPES = Object.keys(TAX_IDS) as readonly TaxIdType[];

/** ISO 3166-1 alpha-2; names come from `Intl.DisplayNames`. */
export const COUNTRIES =
  'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IS IT JE JM JO JP KE KG KH KI KM KN KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PR PS PT PY QA RE RO RS RW SA SB SC SE SG SI SK SL SM SN SO SR SS ST SV SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  );

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: () => say('billing.input.atMost', { count: most }) })
    .nullish()
    .transform((value) => value || null);

export const billingDetailsInput = z
  .strictObject({
    email: z
      .union([z.literal(''), z.email(textKey('billing.input.email')).max(254)])
      .nullish()
      .transform((value) => value?.toLowerCase() || null),
    company: text(100),
    line1: text(200),
    line2: text(200),
    postalCode: text(20),
    city: text(100),
    state: text(100),
    country: z
      .union([z.literal(''), z.enum(COUNTRIES, { error: textKey('billing.input.country') })])
      .nullish()
      .transform((value) => value || null),
    taxIdType: z
      .string()
      .refine((value) => value === '' || Object.hasOwn(TAX_IDS, value), textKey('billing.input.taxIdKind'))
      .nullish()
      .transform((value) => (value || null) as TaxIdType | null),
    taxId: text(40).transform((value) => value?.toUpperCase() ?? null),
    /** Printed on invoices; Stripe prints at most 140 characters. */
    poNumber: text(100),
  })
  .superRefine((details, context) => {
    const problem = taxIdProblem(details.taxIdType, details.taxId);
    if (problem) context.addIssue({ code: 'custom', path: [problem.field], message: problem.message });
  });

export type BillingDetailsInput = z.input<typeof billingDetailsInput>;
export type BillingDetails = z.output<typeof billingDetailsInput>;

function taxIdProblem(type: TaxIdType | null, value: string | null) {
  if (!type && !value) return null;
  if (!type) return { field: 'taxIdType', message: textKey('billing.input.taxIdType') };
  const known = TAX_IDS[type];
  if (!known) return null;
  const { shape, example } = known;
  if (!value) return { field: 'taxId', message: textKey('billing.input.taxIdEmpty') };
  return shape.test(value) ? null : { field: 'taxId', message: say('billing.input.taxIdShape', { example }) };
}
