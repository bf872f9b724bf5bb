-- Few entries are for an operator, and the console's front page reads these and nothing else.
CREATE INDEX "history_entries_operator_alerts_idx" ON "history_entries"("at" DESC)
    WHERE "kind" = 'operator_alerted';
