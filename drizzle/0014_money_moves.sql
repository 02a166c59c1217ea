ALTER TABLE "dispute" ADD COLUMN "fee_cents" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "dispute" ADD COLUMN "fee_returned_cents" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "sent_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "refund" SET "sent_at" = CASE WHEN "status" = 'failed' THEN "created_at" ELSE coalesce("resolved_at", "created_at") END
  WHERE "stripe_refund_id" IS NOT NULL OR "status" = 'succeeded';
