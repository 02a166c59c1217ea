import type { Guard } from '../guard';
import { CONSTRAINT_GUARDS } from './constraints';
import { PLAN_GUARDS } from './plans';
import { RULE_GUARDS } from './rules';
import { WEBHOOK_GUARDS } from './webhook';

export const GUARDS: readonly Guard[] = [...CONSTRAINT_GUARDS, ...WEBHOOK_GUARDS, ...RULE_GUARDS, ...PLAN_GUARDS];
