-- The console's list of what was handed to support, newest breakage first, and its count
CREATE INDEX "incidents_handed_over_idx" ON "incidents"("opened_at" DESC, "id" DESC)
    WHERE "closed_at" IS NULL AND "handed_over_at" IS NOT NULL;
