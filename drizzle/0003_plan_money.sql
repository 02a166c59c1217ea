ALTER TABLE "payment" ADD COLUMN "period_start" timestamp (3) with time zone;
--> statement-breakpoint
UPDATE "payment" SET "period_start" = (
  SELECT max(c."period_start") FROM "plan_cycle" c
  WHERE c."stripe_subscription_id" = "payment"."stripe_subscription_id" AND c."period_start" <= "payment"."paid_at"
) WHERE "kind" = 'plan';
