ALTER TABLE "purchase_order" DROP CONSTRAINT "purchase_order_stripe_payment_intent_id_unique";--> statement-breakpoint
ALTER TABLE "purchase_order" DROP COLUMN "stripe_payment_intent_id";