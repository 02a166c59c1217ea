import type { Guard } from '../guard';
import { CONSTRAINT_GUARDS } from './constraints';
import { LEDGER_CORE_GUARDS } from './ledger-core';
import { LEDGER_MONEY_GUARDS } from './ledger-money';
import { LEDGER_VERB_GUARDS } from './ledger-verbs';
import { RULE_GUARDS } from './rules';
import { WEBHOOK_GUARDS } from './webhook';

export const GUARDS: readonly Guard[] = [
  ...CONSTRAINT_GUARDS,
  ...LEDGER_CORE_GUARDS,
  ...LEDGER_MONEY_GUARDS,
  ...LEDGER_VERB_GUARDS,
  ...WEBHOOK_GUARDS,
  ...RULE_GUARDS,
];
