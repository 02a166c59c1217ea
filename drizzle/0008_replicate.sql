CREATE TABLE "engine_circuit" (
	"engine" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"opens" integer NOT NULL,
	"open_until" timestamp (3) with time zone,
	"reason" text,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "engine_call" ADD COLUMN "rings" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "engine_call" ADD COLUMN "vendor_files" jsonb;--> statement-breakpoint
CREATE INDEX "engine_call_vendor" ON "engine_call" USING btree ("vendor_id") WHERE "engine_call"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "engine_call_files" ON "engine_call" USING btree ("id") WHERE "engine_call"."vendor_files" is not null;