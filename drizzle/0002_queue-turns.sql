CREATE TABLE "generation_turn" (
	"organization_id" text PRIMARY KEY NOT NULL,
	"next" double precision NOT NULL,
	"served" double precision
);
--> statement-breakpoint
DROP INDEX "generation_served";--> statement-breakpoint
ALTER TABLE "generation_turn" ADD CONSTRAINT "generation_turn_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "generation_turn_served" ON "generation_turn" USING btree ("served" DESC NULLS LAST);