ALTER TABLE "items" ADD COLUMN     "consent_ends_at" TIMESTAMPTZ(3);

-- Which end was announced before nobody knows. It goes on as it was judged until now.
UPDATE "items" SET "consent_ends_at" = "expires_at" WHERE "state" = 'disconnecting_soon';
