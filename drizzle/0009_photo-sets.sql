DROP INDEX "photo_set_live";--> statement-breakpoint
ALTER TABLE "photo_set" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "photo_set" ADD COLUMN "shelved_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "photo_set_current" ON "photo_set" USING btree ("organization_id","member_id") WHERE "photo_set"."status" <> 'deleted' and "photo_set"."shelved_at" is null;