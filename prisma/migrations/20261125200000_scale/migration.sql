-- The console's search looks for any part of an address or a name among all people.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "users_search_idx" ON "users" USING GIN ("email" gin_trgm_ops, "name" gin_trgm_ops);

-- Of all Items few are broken. Their banks' names are searched in this index, without a look at the Items.
CREATE INDEX "items_broken_idx" ON "items"("user_id") INCLUDE ("id", "institution_name", "plaid_item_id")
    WHERE "state" NOT IN ('healthy', 'removed');

-- What a person is shown of an Item's past, among all that happened to it.
CREATE INDEX "history_entries_told_idx" ON "history_entries"("item_id", "at" DESC)
    WHERE "kind" IN ('connected', 'state_changed', 'notice_sent', 'repair_proved');
