CREATE TABLE "direct_upload" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"photo_set_id" text NOT NULL,
	"member_id" text NOT NULL,
	"user_id" text NOT NULL,
	"handover_id" text,
	"client_key" text NOT NULL,
	"original_name" text NOT NULL,
	"size" integer NOT NULL,
	"blob_key" text NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"taken_at" timestamp (3) with time zone,
	CONSTRAINT "direct_upload_blob_key_unique" UNIQUE("blob_key"),
	CONSTRAINT "direct_upload_size" CHECK ("direct_upload"."size" > 0)
);
--> statement-breakpoint
ALTER TABLE "direct_upload" ADD CONSTRAINT "direct_upload_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direct_upload" ADD CONSTRAINT "direct_upload_photo_set_id_photo_set_id_fk" FOREIGN KEY ("photo_set_id") REFERENCES "public"."photo_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "direct_upload_client_key" ON "direct_upload" USING btree ("photo_set_id","client_key");--> statement-breakpoint
CREATE INDEX "direct_upload_due" ON "direct_upload" USING btree ("granted_at");