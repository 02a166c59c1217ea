ALTER TABLE "reconciliation" ADD COLUMN "reached_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "reconciliation_reached" ON "reconciliation" USING btree ("reached_at");