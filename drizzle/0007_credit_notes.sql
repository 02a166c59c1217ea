ALTER TABLE "refund" ADD COLUMN "credit_note_id" text;--> statement-breakpoint
ALTER TABLE "refund" ADD COLUMN "credit_note_tried_at" timestamp (3) with time zone;