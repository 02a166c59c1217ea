CREATE TABLE "picture_link" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"picture_id" text NOT NULL,
	"member_id" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "picture_link_picture_id_unique" UNIQUE("picture_id")
);
--> statement-breakpoint
ALTER TABLE "picture_link" ADD CONSTRAINT "picture_link_picture_id_picture_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."picture"("id") ON DELETE no action ON UPDATE no action;