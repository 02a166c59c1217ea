import type { Guard } from '../guard';
import { BILLING_GUARDS } from './billing';
import { CONSTRAINT_GUARDS } from './constraints';
import { DURABILITY_GUARDS } from './durability';
import { ENGINE_GUARDS } from './engines';
import { ENTITLEMENT_GUARDS } from './entitlements';
import { KEY_GUARDS } from './keys';
import { LEDGER_CORE_GUARDS } from './ledger-core';
import { LEDGER_LOCK_GUARDS } from './ledger-locks';
import { LEDGER_MONEY_GUARDS } from './ledger-money';
import { LEDGER_VERB_GUARDS } from './ledger-verbs';
import { LINK_GUARDS } from './links';
import { MONEY_GUARDS } from './money';
import { PICTURE_GUARDS } from './pictures';
import { PLAN_GUARDS } from './plans';
import { RECONCILE_GUARDS } from './reconcile';
import { RESULT_GUARDS } from './results';
import { RULE_GUARDS } from './rules';
import { STYLE_GUARDS } from './styles';
import { WEBHOOK_GUARDS } from './webhook';
import { WISH_GUARDS } from './wishes';

/** Every guard that `npm run mutation` takes out. */
export const GUARDS: readonly Guard[] = [
  ...CONSTRAINT_GUARDS,
  ...LEDGER_CORE_GUARDS,
  ...LEDGER_LOCK_GUARDS,
  ...LEDGER_MONEY_GUARDS,
  ...LEDGER_VERB_GUARDS,
  ...WEBHOOK_GUARDS,
  ...RULE_GUARDS,
  ...BILLING_GUARDS,
  ...DURABILITY_GUARDS,
  ...MONEY_GUARDS,
  ...RECONCILE_GUARDS,
  ...PLAN_GUARDS,
  ...ENTITLEMENT_GUARDS,
  ...ENGINE_GUARDS,
  ...PICTURE_GUARDS,
  ...WISH_GUARDS,
  ...RESULT_GUARDS,
  ...LINK_GUARDS,
  ...STYLE_GUARDS,
  ...KEY_GUARDS,
];
