-- An account that a proof of repair found no more, and an incident about which its person wants quiet.
ALTER TABLE "bank_accounts" ADD COLUMN "gone_at" TIMESTAMPTZ(3);
ALTER TABLE "incidents" ADD COLUMN "quiet_until" TIMESTAMPTZ(3);

-- Each session of Link, step by step.
CREATE TABLE "link_sessions" (
    "id" TEXT NOT NULL,
    "incident_id" TEXT NOT NULL,
    "reconnect_link_id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "sealed_token" TEXT NOT NULL,
    "sealed_url" TEXT,
    "plaid_session_id" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_sessions_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "link_session_steps" (
    "id" TEXT NOT NULL,
    "link_session_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "error_code" TEXT,
    "exit_status" TEXT,
    "request_id" TEXT,
    "sign" TEXT NOT NULL,

    CONSTRAINT "link_session_steps_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "link_sessions_token_hash_key" ON "link_sessions"("token_hash");
CREATE INDEX "link_sessions_incident_id_started_at_idx" ON "link_sessions"("incident_id", "started_at");
CREATE INDEX "link_sessions_reconnect_link_id_idx" ON "link_sessions"("reconnect_link_id");
CREATE UNIQUE INDEX "link_session_steps_link_session_id_sign_key" ON "link_session_steps"("link_session_id", "sign");

ALTER TABLE "link_sessions" ADD CONSTRAINT "link_sessions_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incidents"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "link_sessions" ADD CONSTRAINT "link_sessions_reconnect_link_id_fkey" FOREIGN KEY ("reconnect_link_id") REFERENCES "reconnect_links"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "link_session_steps" ADD CONSTRAINT "link_session_steps_link_session_id_fkey" FOREIGN KEY ("link_session_id") REFERENCES "link_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
