-- When an Item is to be asked for without anybody telling us. The sweep reads this index and nothing else.
ALTER TABLE "items" ADD COLUMN "next_check_at" TIMESTAMPTZ(3);
UPDATE "items" SET "next_check_at" = CURRENT_TIMESTAMP WHERE "state" <> 'removed';
CREATE INDEX "items_next_check_at_idx" ON "items"("next_check_at");

-- Who sent a delivery: Plaid, or a host product that met the error in a call of its own.
ALTER TABLE "webhook_deliveries" ADD COLUMN "source" TEXT NOT NULL DEFAULT 'plaid';
