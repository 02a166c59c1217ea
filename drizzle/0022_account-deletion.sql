CREATE TABLE "account_deletion" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"link_hash" text NOT NULL,
	"counts" jsonb NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_deletion_user_id_unique" UNIQUE("user_id"),
	CONSTRAINT "account_deletion_link_hash_unique" UNIQUE("link_hash")
);
--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "ended_at" timestamp (3) with time zone;