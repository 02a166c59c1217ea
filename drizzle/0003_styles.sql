CREATE TABLE "style_version" (
	"style_id" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"description" text NOT NULL,
	"studio_recipe" jsonb NOT NULL,
	"prompt" jsonb,
	"negative_prompt" text,
	"engine" text,
	"example" text NOT NULL,
	"premium" boolean DEFAULT false NOT NULL,
	"surcharge" integer DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"position" integer NOT NULL,
	"author" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "style_version_style_id_version_pk" PRIMARY KEY("style_id","version")
);
--> statement-breakpoint
ALTER TABLE "style" ALTER COLUMN "studio_recipe" SET DATA TYPE jsonb USING to_jsonb("studio_recipe");--> statement-breakpoint
ALTER TABLE "style" ADD COLUMN "negative_prompt" text;--> statement-breakpoint
ALTER TABLE "style_version" ADD CONSTRAINT "style_version_style_id_style_id_fk" FOREIGN KEY ("style_id") REFERENCES "public"."style"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
UPDATE "style" SET "surcharge" = CASE WHEN "premium" THEN 1 ELSE 0 END;--> statement-breakpoint
ALTER TABLE "style" ADD CONSTRAINT "style_surcharge" CHECK ("style"."surcharge" between 0 and 3 and ("style"."premium" or "style"."surcharge" = 0));