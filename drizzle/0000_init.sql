CREATE TABLE "audit_event" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"id_token" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "auth_rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"logo" text,
	"metadata" text,
	"kind" text DEFAULT 'team' NOT NULL,
	"photo_retention_days" integer DEFAULT 7 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"active_organization_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "billing_customer" (
	"organization_id" text PRIMARY KEY NOT NULL,
	"stripe_customer_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "billing_customer_stripe_customer_id_unique" UNIQUE("stripe_customer_id")
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"order_id" text NOT NULL,
	"stripe_payment_id" text NOT NULL,
	"amount_cents" integer NOT NULL,
	"currency" text NOT NULL,
	"credits" integer NOT NULL,
	"receipt_url" text,
	"invoice_url" text,
	"paid_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_order_id_unique" UNIQUE("order_id"),
	CONSTRAINT "payment_stripe_payment_id_unique" UNIQUE("stripe_payment_id")
);
--> statement-breakpoint
CREATE TABLE "purchase_order" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"member_id" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"request_hash" text NOT NULL,
	"pack" text NOT NULL,
	"credits" integer NOT NULL,
	"amount_cents" integer NOT NULL,
	"currency" text DEFAULT 'usd' NOT NULL,
	"price_version" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"stripe_session_id" text,
	"checkout_url" text,
	"failure" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"checked_at" timestamp (3) with time zone,
	"resolved_at" timestamp (3) with time zone,
	CONSTRAINT "purchase_order_stripe_session_id_unique" UNIQUE("stripe_session_id"),
	CONSTRAINT "purchase_order_credits" CHECK ("purchase_order"."credits" > 0),
	CONSTRAINT "purchase_order_amount" CHECK ("purchase_order"."amount_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "stripe_inbox" (
	"event_id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"object_id" text NOT NULL,
	"livemode" boolean NOT NULL,
	"payload" jsonb NOT NULL,
	"status" text DEFAULT 'received' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"attempted_at" timestamp (3) with time zone,
	"applied_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "credit_hold" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"wallet_account" text NOT NULL,
	"generation_id" text NOT NULL,
	"amount" integer NOT NULL,
	"actor" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "credit_hold_generation_id_unique" UNIQUE("generation_id"),
	CONSTRAINT "credit_hold_amount" CHECK ("credit_hold"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "hold_resolution" (
	"hold_id" text PRIMARY KEY NOT NULL,
	"settled" integer NOT NULL,
	"released" integer NOT NULL,
	"transfer_id" text,
	"actor" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hold_resolution_parts" CHECK ("hold_resolution"."settled" >= 0 and "hold_resolution"."released" >= 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_account" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"kind" text NOT NULL,
	"member_id" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ledger_account_tenant" UNIQUE("id","organization_id"),
	CONSTRAINT "ledger_account_member" CHECK (("ledger_account"."kind" = 'wallet') = ("ledger_account"."member_id" <> ''))
);
--> statement-breakpoint
CREATE TABLE "ledger_balance" (
	"account_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"posted" bigint DEFAULT 0 NOT NULL,
	"held" bigint DEFAULT 0 NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL,
	"spent" bigint DEFAULT 0 NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "ledger_balance_held" CHECK ("ledger_balance"."held" >= 0 and ("ledger_balance"."held" = 0 or "ledger_balance"."kind" = 'wallet')),
	CONSTRAINT "ledger_balance_available" CHECK (case when "ledger_balance"."kind" = 'debt' then "ledger_balance"."posted" <= 0 else "ledger_balance"."posted" - "ledger_balance"."held" >= 0 end),
	CONSTRAINT "ledger_balance_wallet_only" CHECK ("ledger_balance"."spent" >= 0 and ("ledger_balance"."kind" = 'wallet' or ("ledger_balance"."spent" = 0 and not "ledger_balance"."closed")))
);
--> statement-breakpoint
CREATE TABLE "ledger_entry" (
	"transfer_id" text NOT NULL,
	"account_id" text NOT NULL,
	"version" bigint,
	"delta" integer NOT NULL,
	"balance_after" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ledger_entry_transfer_id_account_id_pk" PRIMARY KEY("transfer_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "ledger_transfer" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"kind" text NOT NULL,
	"from_account" text NOT NULL,
	"to_account" text NOT NULL,
	"amount" integer NOT NULL,
	"idempotency_key" text NOT NULL,
	"request_hash" text NOT NULL,
	"actor" text NOT NULL,
	"reference_type" text,
	"reference_id" text,
	"note" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ledger_transfer_amount" CHECK ("ledger_transfer"."amount" > 0),
	CONSTRAINT "ledger_transfer_legs" CHECK ("ledger_transfer"."from_account" <> "ledger_transfer"."to_account")
);
--> statement-breakpoint
CREATE TABLE "generation" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"member_id" text NOT NULL,
	"user_id" text NOT NULL,
	"photo_set_id" text NOT NULL,
	"style_id" text NOT NULL,
	"style_version" integer DEFAULT 1 NOT NULL,
	"quality" text NOT NULL,
	"aspect" text NOT NULL,
	"variations" integer NOT NULL,
	"engine" text NOT NULL,
	"price_version" text NOT NULL,
	"price_each" integer NOT NULL,
	"charged" integer,
	"status" text DEFAULT 'queued' NOT NULL,
	"stage" text DEFAULT 'queue' NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"priority" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"available_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"fence" bigint DEFAULT 0 NOT NULL,
	"claimed_at" timestamp (3) with time zone,
	"failure" text,
	"idempotency_key" text NOT NULL,
	"request_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "generation_variations" CHECK ("generation"."variations" between 1 and 4),
	CONSTRAINT "generation_progress" CHECK ("generation"."progress" between 0 and 100),
	CONSTRAINT "generation_charged" CHECK ("generation"."charged" is null or "generation"."charged" between 0 and "generation"."price_each" * "generation"."variations")
);
--> statement-breakpoint
CREATE TABLE "generation_transition" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"generation_id" text NOT NULL,
	"picture_id" text,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor" text NOT NULL,
	"why" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "picture" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"generation_id" text NOT NULL,
	"member_id" text NOT NULL,
	"user_id" text NOT NULL,
	"number" integer NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"seed" integer NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"photo_id" text,
	"likeness" real,
	"blob_key" text,
	"thumbnail_key" text,
	"sha256" text,
	"width" integer,
	"height" integer,
	"layout" jsonb,
	"favourite" boolean DEFAULT false NOT NULL,
	"reason" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "style" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"category" text NOT NULL,
	"description" text NOT NULL,
	"studio_recipe" text NOT NULL,
	"example" text NOT NULL,
	"premium" boolean DEFAULT false NOT NULL,
	"surcharge" integer DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text,
	"dedupe_key" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"template" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "mail_dedupe_key_unique" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text,
	"user_id" text NOT NULL,
	"type" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"href" text,
	"dedupe_key" text NOT NULL,
	"read_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_dedupe_key_unique" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "team_event" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"user_id" text,
	"type" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "first_team_grant" (
	"user_id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"credits" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"promised_credits" integer DEFAULT 0 NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"invited_by" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_by" text,
	"resolved_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_invitation_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "team_invitation_promised" CHECK ("team_invitation"."promised_credits" >= 0)
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"user_id" text NOT NULL,
	"member_id" text NOT NULL,
	"policy_version" text NOT NULL,
	"text_hash" text NOT NULL,
	"text" jsonb NOT NULL,
	"accepted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ip" text,
	"user_agent" text,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "deletion_request" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"target_id" text NOT NULL,
	"status" text DEFAULT 'requested' NOT NULL,
	"objects" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"purging_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "photo" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"photo_set_id" text NOT NULL,
	"member_id" text NOT NULL,
	"user_id" text NOT NULL,
	"client_key" text NOT NULL,
	"status" text DEFAULT 'checking' NOT NULL,
	"original_name" text NOT NULL,
	"sha256" text NOT NULL,
	"width" integer,
	"height" integer,
	"working_key" text NOT NULL,
	"thumbnail_key" text NOT NULL,
	"measurements" jsonb,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"thresholds_version" text,
	"embedding" "bytea",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "photo_size" CHECK ("photo"."width" is null or ("photo"."width" > 0 and "photo"."height" > 0))
);
--> statement-breakpoint
CREATE TABLE "photo_set" (
	"id" text PRIMARY KEY NOT NULL,
	"organization_id" text NOT NULL,
	"member_id" text NOT NULL,
	"user_id" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"last_upload_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing_customer" ADD CONSTRAINT "billing_customer_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_order_id_purchase_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."purchase_order"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purchase_order" ADD CONSTRAINT "purchase_order_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_hold" ADD CONSTRAINT "credit_hold_account" FOREIGN KEY ("wallet_account","organization_id") REFERENCES "public"."ledger_account"("id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold_resolution" ADD CONSTRAINT "hold_resolution_hold_id_credit_hold_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."credit_hold"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold_resolution" ADD CONSTRAINT "hold_resolution_transfer_id_ledger_transfer_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."ledger_transfer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_account" ADD CONSTRAINT "ledger_account_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_transfer_id_ledger_transfer_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."ledger_transfer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transfer" ADD CONSTRAINT "ledger_transfer_from" FOREIGN KEY ("from_account","organization_id") REFERENCES "public"."ledger_account"("id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transfer" ADD CONSTRAINT "ledger_transfer_to" FOREIGN KEY ("to_account","organization_id") REFERENCES "public"."ledger_account"("id","organization_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "generation" ADD CONSTRAINT "generation_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "generation" ADD CONSTRAINT "generation_photo_set_id_photo_set_id_fk" FOREIGN KEY ("photo_set_id") REFERENCES "public"."photo_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "generation" ADD CONSTRAINT "generation_style_id_style_id_fk" FOREIGN KEY ("style_id") REFERENCES "public"."style"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_generation_id_generation_id_fk" FOREIGN KEY ("generation_id") REFERENCES "public"."generation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_invitation" ADD CONSTRAINT "team_invitation_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_invitation" ADD CONSTRAINT "team_invitation_accepted_by_user_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo" ADD CONSTRAINT "photo_photo_set_id_photo_set_id_fk" FOREIGN KEY ("photo_set_id") REFERENCES "public"."photo_set"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo_set" ADD CONSTRAINT "photo_set_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_event_page" ON "audit_event" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "account_user_idx" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_organization_user_idx" ON "member" USING btree ("organization_id","user_id");--> statement-breakpoint
CREATE INDEX "member_user_idx" ON "member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "member_page_idx" ON "member" USING btree ("organization_id","id");--> statement-breakpoint
CREATE INDEX "session_user_idx" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier_idx" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "payment_page" ON "payment" USING btree ("organization_id","paid_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "purchase_order_key" ON "purchase_order" USING btree ("organization_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "purchase_order_open" ON "purchase_order" USING btree ("created_at") WHERE "purchase_order"."resolved_at" is null;--> statement-breakpoint
CREATE INDEX "purchase_order_page" ON "purchase_order" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "stripe_inbox_open" ON "stripe_inbox" USING btree ("received_at") WHERE "stripe_inbox"."status" = 'received';--> statement-breakpoint
CREATE INDEX "credit_hold_wallet" ON "credit_hold" USING btree ("wallet_account");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_account_identity" ON "ledger_account" USING btree ("organization_id","kind","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entry_version" ON "ledger_entry" USING btree ("account_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_transfer_key" ON "ledger_transfer" USING btree ("organization_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "ledger_transfer_page" ON "ledger_transfer" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_transfer_purchase" ON "ledger_transfer" USING btree ("reference_id") WHERE "ledger_transfer"."kind" = 'purchase';--> statement-breakpoint
CREATE INDEX "ledger_transfer_reference" ON "ledger_transfer" USING btree ("organization_id","reference_type","reference_id");--> statement-breakpoint
CREATE UNIQUE INDEX "generation_key" ON "generation" USING btree ("member_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "generation_mine" ON "generation" USING btree ("organization_id","member_id","created_at","id");--> statement-breakpoint
CREATE INDEX "generation_queue" ON "generation" USING btree ("organization_id","priority" DESC NULLS LAST,"created_at","id") WHERE "generation"."status" = 'queued';--> statement-breakpoint
CREATE INDEX "generation_served" ON "generation" USING btree ("organization_id","claimed_at");--> statement-breakpoint
CREATE INDEX "generation_speed" ON "generation" USING btree ("engine","quality","finished_at") WHERE "generation"."status" = 'completed';--> statement-breakpoint
CREATE INDEX "generation_leases" ON "generation" USING btree ("lease_until") WHERE "generation"."status" = 'processing';--> statement-breakpoint
CREATE INDEX "generation_set" ON "generation" USING btree ("photo_set_id");--> statement-breakpoint
CREATE INDEX "generation_transition_idx" ON "generation_transition" USING btree ("generation_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "picture_number" ON "picture" USING btree ("generation_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "picture_seed" ON "picture" USING btree ("generation_id","seed");--> statement-breakpoint
CREATE INDEX "picture_leftover" ON "picture" USING btree ("generation_id") WHERE "picture"."status" in ('unlike', 'refused', 'failed', 'cancelled') and "picture"."blob_key" is not null;--> statement-breakpoint
CREATE INDEX "picture_mine" ON "picture" USING btree ("organization_id","member_id","created_at","id");--> statement-breakpoint
CREATE INDEX "picture_person" ON "picture" USING btree ("user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "mail_queue" ON "mail" USING btree ("created_at") WHERE "mail"."status" = 'queued';--> statement-breakpoint
CREATE INDEX "mail_page" ON "mail" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "notice_mine" ON "notice" USING btree ("user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "team_event_read" ON "team_event" USING btree ("organization_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "team_invitation_pending_idx" ON "team_invitation" USING btree ("organization_id","email") WHERE "team_invitation"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "team_invitation_page_idx" ON "team_invitation" USING btree ("organization_id","id");--> statement-breakpoint
CREATE INDEX "team_invitation_due_idx" ON "team_invitation" USING btree ("expires_at") WHERE "team_invitation"."status" = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "consent_standing" ON "consent" USING btree ("organization_id","user_id","policy_version") WHERE "consent"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "consent_person" ON "consent" USING btree ("user_id","accepted_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "deletion_request_target" ON "deletion_request" USING btree ("kind","target_id");--> statement-breakpoint
CREATE INDEX "deletion_request_open" ON "deletion_request" USING btree ("requested_at") WHERE "deletion_request"."status" <> 'done';--> statement-breakpoint
CREATE INDEX "deletion_request_mine" ON "deletion_request" USING btree ("user_id","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "photo_client_key" ON "photo" USING btree ("photo_set_id","client_key") WHERE "photo"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "photo_set_idx" ON "photo" USING btree ("photo_set_id","created_at");--> statement-breakpoint
CREATE INDEX "photo_unfinished" ON "photo" USING btree ("created_at") WHERE "photo"."status" = 'checking';--> statement-breakpoint
CREATE UNIQUE INDEX "photo_set_live" ON "photo_set" USING btree ("organization_id","member_id") WHERE "photo_set"."status" <> 'deleted';--> statement-breakpoint
CREATE INDEX "photo_set_mine" ON "photo_set" USING btree ("organization_id","member_id","created_at");--> statement-breakpoint
CREATE INDEX "photo_set_due" ON "photo_set" USING btree ("last_upload_at") WHERE "photo_set"."status" <> 'deleted';