CREATE TABLE "ledger_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"counts" jsonb NOT NULL,
	"differences" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "ledger_verification_latest" ON "ledger_verification" USING btree ("created_at");