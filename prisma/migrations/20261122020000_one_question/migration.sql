-- The last answer of Plaid that left nothing open: an error, or that the accounts answer too.
ALTER TABLE "items" ADD COLUMN "fully_checked_at" TIMESTAMPTZ(3);
