CREATE TABLE "picture_version" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"picture_id" text NOT NULL,
	"member_id" text NOT NULL,
	"user_id" text NOT NULL,
	"number" integer NOT NULL,
	"parent_id" text,
	"edit" jsonb NOT NULL,
	"idempotency_key" text NOT NULL,
	"request_hash" text NOT NULL,
	"aspect" text NOT NULL,
	"format" text NOT NULL,
	"blob_key" text NOT NULL,
	"thumbnail_key" text NOT NULL,
	"width" integer,
	"height" integer,
	"bytes" integer,
	"sha256" text,
	"box" jsonb,
	"likeness" real,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ready_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "picture_version_size" CHECK ("picture_version"."ready_at" is null or ("picture_version"."width" > 0 and "picture_version"."height" > 0 and "picture_version"."bytes" > 0))
);
--> statement-breakpoint
ALTER TABLE "picture" ADD COLUMN "current_version_id" text;--> statement-breakpoint
ALTER TABLE "picture_version" ADD CONSTRAINT "picture_version_picture_id_picture_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."picture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "picture_version_number" ON "picture_version" USING btree ("picture_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "picture_version_key" ON "picture_version" USING btree ("picture_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "picture_version_left" ON "picture_version" USING btree ("created_at") WHERE "picture_version"."ready_at" is null or "picture_version"."deleted_at" is not null;