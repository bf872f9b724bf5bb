-- The console lists open incidents by their age. Few are open, however many there were.
CREATE INDEX "incidents_open_opened_at_idx" ON "incidents"("opened_at" DESC, "id" DESC)
    WHERE "closed_at" IS NULL;

-- What a person did last about a broken Item, among all that happened to it.
CREATE INDEX "history_entries_person_steps_idx" ON "history_entries"("item_id", "at" DESC)
    WHERE "kind" IN ('update_mode_started', 'link_exited', 'repair_not_proved');
