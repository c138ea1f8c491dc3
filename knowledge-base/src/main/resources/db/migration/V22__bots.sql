-- What bots of chat platforms have heard, so that a message that is delivered twice is answered once; and which
-- conversation goes on in which thread.

CREATE TABLE bot_event (
    tenant_id text        NOT NULL,
    platform  text        NOT NULL,
    event_id  text        NOT NULL,
    seen_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, platform, event_id)
);
CREATE INDEX bot_event_by_age ON bot_event (tenant_id, seen_at);

-- A thread has one conversation for each audience: what an analyst was told there is not what staff are told there.
CREATE TABLE bot_thread (
    tenant_id       text        NOT NULL,
    platform        text        NOT NULL,
    thread          text        NOT NULL,
    audience        text        NOT NULL,
    conversation_id text        NOT NULL,
    used_at         timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, platform, thread, audience),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
);

ALTER TABLE bot_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE bot_event FORCE ROW LEVEL SECURITY;
CREATE POLICY people_of_the_tenant ON bot_event
    USING (tenant_id = (SELECT current_setting('app.tenant', true)));

ALTER TABLE bot_thread ENABLE ROW LEVEL SECURITY;
ALTER TABLE bot_thread FORCE ROW LEVEL SECURITY;
CREATE POLICY own_audience_of_the_tenant ON bot_thread
    USING (tenant_id = (SELECT current_setting('app.tenant', true))
           AND audience = (SELECT current_setting('app.audience', true)));
