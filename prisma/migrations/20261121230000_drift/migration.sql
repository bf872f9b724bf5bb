-- What Plaid says about its webhooks, for the drift report
ALTER TABLE "items"
    ADD COLUMN "plaid_webhook_url" TEXT,
    ADD COLUMN "last_webhook_sent_at" TIMESTAMPTZ(3),
    ADD COLUMN "last_webhook_code" TEXT,
    ADD COLUMN "missed_webhook_at" TIMESTAMPTZ(3),
    ADD COLUMN "new_accounts_at" TIMESTAMPTZ(3);

ALTER TABLE "bank_accounts" ADD COLUMN "revoked_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "items_plaid_webhook_url_id_idx" ON "items"("plaid_webhook_url", "id");

-- CreateIndex
CREATE INDEX "webhook_deliveries_received_at_id_idx" ON "webhook_deliveries"("received_at", "id");

-- Few Items miss a webhook and few changes are found by the sweep: the report reads these and nothing else.
CREATE INDEX "items_missed_webhook_at_idx" ON "items"("missed_webhook_at" DESC, "id" DESC)
    WHERE "missed_webhook_at" IS NOT NULL;

CREATE INDEX "history_entries_found_by_sweep_idx" ON "history_entries"("at" DESC, "id" DESC)
    WHERE "kind" = 'state_changed' AND "detail" ->> 'by' = 'sweep';
