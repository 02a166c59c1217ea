CREATE TABLE "backdrop" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"member_id" text NOT NULL,
	"user_id" text NOT NULL,
	"sha256" text NOT NULL,
	"blob_key" text NOT NULL,
	"swatch_key" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ready_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "backdrop" ADD CONSTRAINT "backdrop_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "backdrop_file" ON "backdrop" USING btree ("organization_id","member_id","sha256") WHERE "backdrop"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "backdrop_unfinished" ON "backdrop" USING btree ("created_at") WHERE "backdrop"."ready_at" is null;