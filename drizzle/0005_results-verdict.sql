CREATE TABLE "staff_flag" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "picture_verdict" (
	"picture_id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"generation_id" text NOT NULL,
	"member_id" text NOT NULL,
	"user_id" text NOT NULL,
	"verdict" text NOT NULL,
	"refunded" integer,
	"of_first" boolean DEFAULT false NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "picture_verdict_refunded" CHECK ("picture_verdict"."refunded" is null or ("picture_verdict"."refunded" > 0 and "picture_verdict"."verdict" = 'not_me'))
);
--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "refunded" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "picture_verdict" ADD CONSTRAINT "picture_verdict_generation_id_generation_id_fk" FOREIGN KEY ("generation_id") REFERENCES "public"."generation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_flag_open" ON "staff_flag" USING btree ("kind","subject_id") WHERE "staff_flag"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "staff_flag_latest" ON "staff_flag" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "picture_verdict_generation" ON "picture_verdict" USING btree ("generation_id");--> statement-breakpoint
CREATE INDEX "picture_verdict_returned" ON "picture_verdict" USING btree ("organization_id","user_id","decided_at") WHERE "picture_verdict"."refunded" is not null;--> statement-breakpoint
CREATE INDEX "generation_person" ON "generation" USING btree ("organization_id","user_id","finished_at","id") WHERE "generation"."charged" > 0;--> statement-breakpoint
ALTER TABLE "generation" ADD CONSTRAINT "generation_refunded" CHECK ("generation"."refunded" between 0 and coalesce("generation"."charged", 0));