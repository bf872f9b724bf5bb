ALTER TABLE "items" ADD COLUMN     "repair_claimed_at" TIMESTAMPTZ(3);
