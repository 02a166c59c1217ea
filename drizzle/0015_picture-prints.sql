CREATE TABLE "picture_print" (
	"sha256" text PRIMARY KEY NOT NULL,
	"picture_id" text NOT NULL,
	"fingerprint" bit(256) NOT NULL,
	"bands" integer[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "picture_print" ADD CONSTRAINT "picture_print_picture_id_picture_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."picture"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "picture_print_bands" ON "picture_print" USING gin ("bands");--> statement-breakpoint
CREATE INDEX "picture_print_picture" ON "picture_print" USING btree ("picture_id");