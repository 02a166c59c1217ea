CREATE TABLE "engine_call" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"generation_id" text NOT NULL,
	"picture_id" text,
	"purpose" text NOT NULL,
	"call" integer NOT NULL,
	"engine" text NOT NULL,
	"because" text,
	"model" text,
	"vendor_id" text,
	"outcome" text,
	"reason" text,
	"likeness" real,
	"usage" jsonb,
	"cost_micros" integer,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "engine_call_cost" CHECK ("engine_call"."cost_micros" is null or "engine_call"."cost_micros" >= 0)
);
--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "prompt" jsonb;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "subject" jsonb;--> statement-breakpoint
ALTER TABLE "picture" ADD COLUMN "engine" text;--> statement-breakpoint
ALTER TABLE "style" ADD COLUMN "prompt" jsonb;--> statement-breakpoint
ALTER TABLE "style" ADD COLUMN "engine" text;--> statement-breakpoint
CREATE INDEX "engine_call_generation" ON "engine_call" USING btree ("generation_id","id");--> statement-breakpoint
CREATE INDEX "engine_call_engine" ON "engine_call" USING btree ("engine","started_at");