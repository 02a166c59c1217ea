CREATE TABLE "upload_handover" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"member_id" text NOT NULL,
	"user_id" text NOT NULL,
	"consent_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"phone_hash" text,
	"opened_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "upload_handover_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "upload_handover_phone_hash_unique" UNIQUE("phone_hash")
);
--> statement-breakpoint
ALTER TABLE "photo" ADD COLUMN "handover_id" text;--> statement-breakpoint
ALTER TABLE "upload_handover" ADD CONSTRAINT "upload_handover_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "upload_handover_mine" ON "upload_handover" USING btree ("organization_id","member_id","created_at");--> statement-breakpoint
CREATE INDEX "upload_handover_due" ON "upload_handover" USING btree ("expires_at");