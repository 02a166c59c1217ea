CREATE TABLE "ledger_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"counts" jsonb NOT NULL,
	"differences" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "balance_watch" (
	"organization_id" text PRIMARY KEY NOT NULL,
	"notice_below" integer DEFAULT 10,
	"told_at" timestamp (3) with time zone,
	"top_up_enabled" boolean DEFAULT false NOT NULL,
	"top_up_pack" text,
	"top_up_below" integer,
	"top_up_monthly_cap_cents" integer,
	"top_up_paused_at" timestamp (3) with time zone,
	"top_up_failure" text,
	"looked_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "balance_watch_top_up" CHECK (not "balance_watch"."top_up_enabled" or ("balance_watch"."top_up_pack" is not null and "balance_watch"."top_up_below" > 0 and "balance_watch"."top_up_monthly_cap_cents" > 0))
);
--> statement-breakpoint
CREATE TABLE "billing_details" (
	"organization_id" text PRIMARY KEY NOT NULL,
	"email" text,
	"company" text,
	"line1" text,
	"line2" text,
	"postal_code" text,
	"city" text,
	"state" text,
	"country" text,
	"tax_id_type" text,
	"tax_id" text,
	"stripe_tax_id" text,
	"tax_id_problem" text,
	"po_number" text,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "billing_review" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text,
	"reason" text NOT NULL,
	"reviewer" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "billing_review_reason" CHECK (length("billing_review"."reason") > 0)
);
--> statement-breakpoint
CREATE TABLE "dispute" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"payment_id" text NOT NULL,
	"stripe_dispute_id" text NOT NULL,
	"amount_cents" integer NOT NULL,
	"credits" integer NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"reason" text,
	"fee_cents" integer DEFAULT 0 NOT NULL,
	"fee_returned_cents" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	CONSTRAINT "dispute_stripe_dispute_id_unique" UNIQUE("stripe_dispute_id"),
	CONSTRAINT "dispute_amount" CHECK ("dispute"."amount_cents" >= 0 and "dispute"."credits" >= 0)
);
--> statement-breakpoint
CREATE TABLE "plan_cycle" (
	"stripe_subscription_id" text NOT NULL,
	"period_start" timestamp (3) with time zone NOT NULL,
	"organization_id" text NOT NULL,
	"plan" text NOT NULL,
	"granted" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_cycle_stripe_subscription_id_period_start_pk" PRIMARY KEY("stripe_subscription_id","period_start"),
	CONSTRAINT "plan_cycle_granted" CHECK ("plan_cycle"."granted" >= 0)
);
--> statement-breakpoint
CREATE TABLE "reconciliation" (
	"id" text PRIMARY KEY NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	"checked" jsonb NOT NULL,
	"repaired" integer NOT NULL,
	"differences" jsonb NOT NULL,
	"reached_at" timestamp (3) with time zone,
	"told_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refund" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"payment_id" text NOT NULL,
	"origin" text NOT NULL,
	"amount_cents" integer NOT NULL,
	"credits" integer NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"stripe_refund_id" text,
	"credit_note_id" text,
	"credit_note_url" text,
	"credit_note_tried_at" timestamp (3) with time zone,
	"actor" text NOT NULL,
	"reason" text,
	"failure" text,
	"idempotency_key" text NOT NULL,
	"request_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"resolved_at" timestamp (3) with time zone,
	CONSTRAINT "refund_stripe_refund_id_unique" UNIQUE("stripe_refund_id"),
	CONSTRAINT "refund_amount" CHECK ("refund"."amount_cents" > 0 and "refund"."credits" >= 0)
);
--> statement-breakpoint
CREATE TABLE "subscription" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"stripe_subscription_id" text NOT NULL,
	"plan" text NOT NULL,
	"next_plan" text,
	"status" text NOT NULL,
	"period_start" timestamp (3) with time zone NOT NULL,
	"period_end" timestamp (3) with time zone NOT NULL,
	"cancel_at_period_end" boolean DEFAULT false NOT NULL,
	"past_due_since" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscription_stripe_subscription_id_unique" UNIQUE("stripe_subscription_id")
);
--> statement-breakpoint
CREATE TABLE "credit_request" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"member_id" text NOT NULL,
	"amount" integer NOT NULL,
	"note" text,
	"status" text DEFAULT 'pending' NOT NULL,
	"granted" integer,
	"transfer_id" text,
	"answer" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "credit_request_amount" CHECK ("credit_request"."amount" > 0),
	CONSTRAINT "credit_request_decided" CHECK (("credit_request"."status" = 'pending') = ("credit_request"."decided_at" is null)),
	CONSTRAINT "credit_request_granted" CHECK (case when "credit_request"."status" = 'approved' then "credit_request"."granted" > 0 and "credit_request"."transfer_id" is not null
        else "credit_request"."granted" is null and "credit_request"."transfer_id" is null end)
);
--> statement-breakpoint
CREATE TABLE "ledger_operation" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"kind" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"request_hash" text NOT NULL,
	"actor" text NOT NULL,
	"reference_type" text,
	"reference_id" text,
	"result" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine_call" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"generation_id" text NOT NULL,
	"picture_id" text,
	"purpose" text NOT NULL,
	"call" integer NOT NULL,
	"engine" text NOT NULL,
	"because" text,
	"model" text,
	"vendor_id" text,
	"outcome" text,
	"reason" text,
	"likeness" real,
	"rings" integer DEFAULT 0 NOT NULL,
	"vendor_files" jsonb,
	"usage" jsonb,
	"cost_micros" integer,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "engine_call_cost" CHECK ("engine_call"."cost_micros" is null or "engine_call"."cost_micros" >= 0)
);
--> statement-breakpoint
CREATE TABLE "engine_circuit" (
	"engine" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"opens" integer NOT NULL,
	"open_until" timestamp (3) with time zone,
	"reason" text,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "ledger_transfer_page";--> statement-breakpoint
ALTER TABLE "payment" ALTER COLUMN "order_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "member" ADD COLUMN "department" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "kind" text DEFAULT 'pack' NOT NULL;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "label" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "stripe_invoice_id" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "stripe_charge_id" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "stripe_subscription_id" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "period_start" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "tax_cents" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "fee_cents" integer;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "net_cents" integer;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "refunded_cents" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "purchase_order" ADD COLUMN "kind" text DEFAULT 'pack' NOT NULL;--> statement-breakpoint
ALTER TABLE "purchase_order" ADD COLUMN "channel" text DEFAULT 'checkout' NOT NULL;--> statement-breakpoint
ALTER TABLE "purchase_order" ADD COLUMN "stripe_invoice_id" text;--> statement-breakpoint
ALTER TABLE "purchase_order" ADD COLUMN "stripe_subscription_id" text;--> statement-breakpoint
ALTER TABLE "purchase_order" ADD COLUMN "po_number" text;--> statement-breakpoint
ALTER TABLE "purchase_order" ADD COLUMN "overdue_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "purchase_order" ADD COLUMN "told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "stripe_inbox" ADD COLUMN "event_created_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "stripe_inbox" ADD COLUMN "api_version" text;--> statement-breakpoint
ALTER TABLE "stripe_inbox" ADD COLUMN "told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "ledger_transfer" ADD COLUMN "operation_id" text;--> statement-breakpoint
ALTER TABLE "ledger_transfer" ADD COLUMN "pictures" integer;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "prompt" jsonb;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "subject" jsonb;--> statement-breakpoint
ALTER TABLE "generation" ADD COLUMN "warned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "picture" ADD COLUMN "engine" text;--> statement-breakpoint
ALTER TABLE "style" ADD COLUMN "prompt" jsonb;--> statement-breakpoint
ALTER TABLE "style" ADD COLUMN "engine" text;--> statement-breakpoint
ALTER TABLE "balance_watch" ADD CONSTRAINT "balance_watch_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing_details" ADD CONSTRAINT "billing_details_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing_review" ADD CONSTRAINT "billing_review_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_cycle" ADD CONSTRAINT "plan_cycle_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_request" ADD CONSTRAINT "credit_request_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_request" ADD CONSTRAINT "credit_request_transfer_id_ledger_transfer_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."ledger_transfer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_operation" ADD CONSTRAINT "ledger_operation_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_verification_latest" ON "ledger_verification" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "dispute_payment" ON "dispute" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "reconciliation_latest" ON "reconciliation" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "reconciliation_reached" ON "reconciliation" USING btree ("reached_at");--> statement-breakpoint
CREATE UNIQUE INDEX "refund_key" ON "refund" USING btree ("organization_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "refund_payment" ON "refund" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "refund_open" ON "refund" USING btree ("created_at") WHERE "refund"."status" = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "subscription_current" ON "subscription" USING btree ("organization_id") WHERE "subscription"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "subscription_page" ON "subscription" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_request_open" ON "credit_request" USING btree ("member_id") WHERE "credit_request"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "credit_request_page" ON "credit_request" USING btree ("organization_id","id");--> statement-breakpoint
CREATE INDEX "credit_request_mine" ON "credit_request" USING btree ("member_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_operation_key" ON "ledger_operation" USING btree ("organization_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "engine_call_generation" ON "engine_call" USING btree ("generation_id","id");--> statement-breakpoint
CREATE INDEX "engine_call_engine" ON "engine_call" USING btree ("engine","started_at");--> statement-breakpoint
CREATE INDEX "engine_call_vendor" ON "engine_call" USING btree ("vendor_id") WHERE "engine_call"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "engine_call_files" ON "engine_call" USING btree ("id") WHERE "engine_call"."vendor_files" is not null;--> statement-breakpoint
ALTER TABLE "ledger_transfer" ADD CONSTRAINT "ledger_transfer_operation_id_ledger_operation_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."ledger_operation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payment_period" ON "payment" USING btree ("paid_at");--> statement-breakpoint
CREATE INDEX "purchase_order_parked" ON "purchase_order" USING btree ("told_at") WHERE "purchase_order"."status" = 'parked';--> statement-breakpoint
CREATE INDEX "stripe_inbox_parked" ON "stripe_inbox" USING btree ("object_id") WHERE "stripe_inbox"."status" = 'parked';--> statement-breakpoint
CREATE INDEX "ledger_entry_kind" ON "ledger_entry" USING btree ("account_id","kind","version") WHERE "ledger_entry"."version" is not null;--> statement-breakpoint
CREATE INDEX "ledger_transfer_kind" ON "ledger_transfer" USING btree ("organization_id","kind","created_at","from_account","to_account","amount","pictures");--> statement-breakpoint
CREATE INDEX "ledger_transfer_lots" ON "ledger_transfer" USING btree ("organization_id","created_at","id") WHERE "ledger_transfer"."kind" in ('grant', 'purchase');--> statement-breakpoint
CREATE INDEX "ledger_transfer_operation" ON "ledger_transfer" USING btree ("operation_id") WHERE "ledger_transfer"."operation_id" is not null;--> statement-breakpoint
CREATE INDEX "generation_kept" ON "generation" USING btree ("organization_id","finished_at") WHERE "generation"."status" = 'completed' and "generation"."deleted_at" is null and "generation"."warned_at" is null;--> statement-breakpoint
CREATE INDEX "generation_warned" ON "generation" USING btree ("warned_at") WHERE "generation"."warned_at" is not null and "generation"."deleted_at" is null;--> statement-breakpoint
ALTER TABLE "stripe_inbox" DROP COLUMN "payload";--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_stripe_invoice_id_unique" UNIQUE("stripe_invoice_id");--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_stripe_charge_id_unique" UNIQUE("stripe_charge_id");--> statement-breakpoint
ALTER TABLE "purchase_order" ADD CONSTRAINT "purchase_order_stripe_invoice_id_unique" UNIQUE("stripe_invoice_id");--> statement-breakpoint
ALTER TABLE "purchase_order" ADD CONSTRAINT "purchase_order_stripe_subscription_id_unique" UNIQUE("stripe_subscription_id");--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_refunded" CHECK ("payment"."refunded_cents" between 0 and "payment"."amount_cents");