/** What the public pages say about privacy, from the tables that the code itself goes by. */
import { configuredProcessors, otherProcessors, type Processor } from '@/adapters/processors';
import { env } from '@/env';
import { BLOB_RULES, type DataRule, TABLE_RULES } from './data-map';
import { SELFIE_DAYS } from './keep-rules';
import { type Policy, policyText } from './policy';

export type Operator = {
  /** Name and address in one line; null where nobody said it. */
  name: string | null;
  email: string;
  /** On somebody's own machine, with local payments and mail. */
  embedded: boolean;
};

export function loadOperator(): Operator {
  const { OPERATOR, contactEmail, embedded } = env();
  return { name: OPERATOR ?? null, email: contactEmail, embedded };
}

/** Where to report a weakness, as `security.txt` says it: `mailto:…` or a page. */
export function loadSecurityContact(): string {
  return env().securityContact;
}

/** One table or kind of file: its name, and what becomes of it. */
export type KeptThing = { name: string; why: string };

export type PrivacyPage = {
  operator: Operator;
  /** The text that everybody accepts before their first photo, with the usual number of days. */
  consent: Policy;
  photoProcessors: Processor[];
  otherProcessors: Processor[];
  /** Everything that is stored, by what becomes of it. */
  kept: Record<DataRule['rule'], KeptThing[]>;
};

export function loadPrivacyPage(): PrivacyPage {
  const processors = configuredProcessors();
  const things = [
    ...Object.entries(BLOB_RULES).map(([name, rule]) => ({ name: `files: ${name}`, ...rule })),
    ...Object.entries(TABLE_RULES).map(([name, rule]) => ({ name, ...rule })),
  ];
  const kept = (which: DataRule['rule']) =>
    things.filter(({ rule }) => rule === which).map(({ name, why }) => ({ name, why }));
  return {
    operator: loadOperator(),
    consent: policyText({ teamName: 'your team', retentionDays: SELFIE_DAYS, processors }),
    photoProcessors: processors,
    otherProcessors: otherProcessors(),
    kept: {
      schedule: kept('schedule'),
      expire: kept('expire'),
      request: kept('request'),
      keep: kept('keep'),
    },
  };
}
