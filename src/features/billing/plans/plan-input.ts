/** What comes in about plans. Strict: a client that sends a price is refused. */
import { z } from 'zod';
import { idempotencyKey, plan } from '../input';

export const planCheckoutInput = z.strictObject({ plan, idempotencyKey });
export const changePlanInput = z.strictObject({ plan });
export const noInput = z.strictObject({});
export const portalInput = z.strictObject({ flow: z.enum(['update-card']).optional() });

export type PlanCheckoutInput = z.input<typeof planCheckoutInput>;
export type ChangePlanInput = z.input<typeof changePlanInput>;
