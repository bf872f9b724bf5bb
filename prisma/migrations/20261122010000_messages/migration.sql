-- Who wants to be told how, in which language, and when it is night there
ALTER TABLE "users"
    ADD COLUMN "language" TEXT,
    ADD COLUMN "browser_language" TEXT,
    ADD COLUMN "time_zone" TEXT,
    ADD COLUMN "browser_time_zone" TEXT,
    ADD COLUMN "wants_email" BOOLEAN NOT NULL DEFAULT true,
    ADD COLUMN "wants_push" BOOLEAN NOT NULL DEFAULT true,
    ADD COLUMN "next_telling_at" TIMESTAMPTZ(3);

-- Outages, as they are seen through Items
ALTER TABLE "institutions"
    ADD COLUMN "down_since" TIMESTAMPTZ(3),
    ADD COLUMN "status_checked_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "outage_sightings" (
    "institution_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outage_sightings_pkey" PRIMARY KEY ("institution_id","item_id")
);

-- CreateIndex
CREATE INDEX "outage_sightings_institution_id_seen_at_idx" ON "outage_sightings"("institution_id", "seen_at");

-- AddForeignKey
ALTER TABLE "outage_sightings" ADD CONSTRAINT "outage_sightings_institution_id_fkey"
    FOREIGN KEY ("institution_id") REFERENCES "institutions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What an admin decided about an incident's notices, and when they came to their end
ALTER TABLE "incidents"
    ADD COLUMN "held_at" TIMESTAMPTZ(3),
    ADD COLUMN "stopped_at" TIMESTAMPTZ(3),
    ADD COLUMN "handed_over_at" TIMESTAMPTZ(3),
    ADD COLUMN "handed_over_reason" TEXT;

-- CreateEnum
CREATE TYPE "AttemptState" AS ENUM ('pending', 'sent', 'delivered', 'bounced', 'complained', 'failed', 'dropped');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('email', 'push');

-- CreateTable
CREATE TABLE "messages" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL DEFAULT 'relink',
    "state" "AttemptState" NOT NULL DEFAULT 'pending',
    "reason" TEXT,
    "subject" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempts" (
    "id" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "channel" "Channel" NOT NULL,
    "address" TEXT NOT NULL,
    "state" "AttemptState" NOT NULL DEFAULT 'pending',
    "reason" TEXT,
    "provider_id" TEXT,
    "tried_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suppressed_addresses" (
    "email" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suppressed_addresses_pkey" PRIMARY KEY ("email")
);

-- CreateTable
CREATE TABLE "push_subscriptions" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "push_subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "messages_user_id_created_at_idx" ON "messages"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "attempts_message_id_idx" ON "attempts"("message_id");

-- CreateIndex
CREATE INDEX "attempts_provider_id_idx" ON "attempts"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscriptions_endpoint_key" ON "push_subscriptions"("endpoint");

-- CreateIndex
CREATE INDEX "push_subscriptions_user_id_idx" ON "push_subscriptions"("user_id");

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_user_id_fkey"
    FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_message_id_fkey"
    FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_user_id_fkey"
    FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A notice is one step of a schedule, and travels in a message. What was sent so far becomes messages
ALTER TABLE "notices"
    ADD COLUMN "anchor_at" TIMESTAMPTZ(3),
    ADD COLUMN "due_at" TIMESTAMPTZ(3),
    ADD COLUMN "waits_for" TEXT,
    ADD COLUMN "message_id" TEXT;

UPDATE "notices" SET "anchor_at" = "created_at", "due_at" = "created_at";

INSERT INTO "messages" ("id", "user_id", "asked_by", "state", "subject", "created_at", "settled_at")
    SELECT "id", "user_id", "asked_by", 'sent', "subject", "created_at", "settled_at" FROM "notices" WHERE "state" = 'sent';

INSERT INTO "attempts" ("id", "message_id", "channel", "address", "state", "provider_id", "settled_at")
    SELECT "id", "id", 'email', coalesce("sent_to", ''), 'sent', "provider_id", "settled_at" FROM "notices" WHERE "state" = 'sent';

UPDATE "notices" SET "message_id" = "id" WHERE "state" = 'sent';

ALTER TABLE "notices"
    ALTER COLUMN "anchor_at" SET NOT NULL,
    ALTER COLUMN "due_at" SET NOT NULL,
    DROP COLUMN "subject",
    DROP COLUMN "sent_to",
    DROP COLUMN "provider_id";

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_message_id_fkey"
    FOREIGN KEY ("message_id") REFERENCES "messages"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- DropIndex
DROP INDEX "notices_user_id_idx";

-- CreateIndex
CREATE INDEX "notices_user_id_state_due_at_idx" ON "notices"("user_id", "state", "due_at");

-- CreateIndex
CREATE INDEX "notices_message_id_idx" ON "notices"("message_id");
