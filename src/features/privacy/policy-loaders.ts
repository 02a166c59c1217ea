/** What the public pages say about privacy, from the tables that the code itself goes by. */
import type { BlobPrefix } from '@/adapters/blob/blob';
import { configuredProcessors, otherProcessors, type Processor } from '@/adapters/processors';
import { env } from '@/env';
import { activeServices, SOCIAL_NAME } from '@/lib/social';
import type { Texts } from '@/texts/make-texts';
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

/** Who receives something, and what for: the end of a sentence that begins with the name. */
export type Receiver = { name: string; does: string };

export type PrivacyPage = {
  operator: Operator;
  /** The text that everybody accepts before their first photo, with the usual number of days. */
  consent: Policy;
  photoProcessors: Receiver[];
  otherProcessors: Receiver[];
  /** Names of other services that sign people in here. */
  signInServices: string[];
  /** Files lie with one of `photoProcessors`; browsers send photos straight there. */
  keepsFiles: boolean;
  /** Everything that is stored, by what becomes of it. */
  kept: Record<DataRule['rule'], KeptThing[]>;
};

export function loadPrivacyPage(texts: Texts): PrivacyPage {
  const { t } = texts;
  const processors = configuredProcessors();
  const things = [
    ...(Object.keys(BLOB_RULES) as BlobPrefix[]).map((name) => ({
      name: t('privacy.keptFiles', { name }),
      why: t(`privacy.kept.files.${name}`),
      ...BLOB_RULES[name],
    })),
    ...(Object.keys(TABLE_RULES) as (keyof typeof TABLE_RULES)[]).map((name) => ({
      name,
      why: t(`privacy.kept.table.${name}`),
      ...TABLE_RULES[name],
    })),
  ];
  const receiver = ({ name, does }: Processor): Receiver => ({ name, does: t(`privacy.processor.${does}`) });
  const kept = (which: DataRule['rule']) =>
    things.filter(({ rule }) => rule === which).map(({ name, why }) => ({ name, why }));
  return {
    operator: loadOperator(),
    consent: policyText(
      { teamName: t('privacy.policy.yourTeam'), retentionDays: SELFIE_DAYS, processors },
      texts,
    ),
    photoProcessors: processors.map(receiver),
    otherProcessors: otherProcessors().map(receiver),
    signInServices: activeServices(env().social).map((service) => SOCIAL_NAME[service]),
    keepsFiles: processors.some(({ does }) => does === 'files'),
    kept: {
      schedule: kept('schedule'),
      expire: kept('expire'),
      request: kept('request'),
      keep: kept('keep'),
    },
  };
}
