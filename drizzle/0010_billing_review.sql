CREATE TABLE "billing_review" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text,
	"reason" text NOT NULL,
	"reviewer" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "billing_review_reason" CHECK (length("billing_review"."reason") > 0)
);
--> statement-breakpoint
ALTER TABLE "purchase_order" ADD COLUMN "told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "reconciliation" ADD COLUMN "told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "stripe_inbox" ADD COLUMN "told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "billing_review" ADD CONSTRAINT "billing_review_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "purchase_order_parked" ON "purchase_order" USING btree ("told_at") WHERE "purchase_order"."status" = 'parked';--> statement-breakpoint
CREATE INDEX "stripe_inbox_parked" ON "stripe_inbox" USING btree ("object_id") WHERE "stripe_inbox"."status" = 'parked';