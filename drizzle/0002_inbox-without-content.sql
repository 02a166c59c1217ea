ALTER TABLE "stripe_inbox" ADD COLUMN "event_created_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "stripe_inbox" ADD COLUMN "api_version" text;--> statement-breakpoint
ALTER TABLE "stripe_inbox" DROP COLUMN "payload";