-- Users, tokens, jobs and conversations.

CREATE TABLE app_user (
    tenant_id     text        NOT NULL,
    login         text        NOT NULL UNIQUE,
    roles         text[]      NOT NULL,
    password_hash text,
    created_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, login)
);

CREATE TABLE token (
    tenant_id  text        NOT NULL,
    hash       text        NOT NULL UNIQUE,
    kind       text        NOT NULL,
    login      text        NOT NULL,
    roles      text[]      NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, hash)
);

CREATE TABLE job (
    tenant_id  text             NOT NULL,
    id         text             NOT NULL,
    kind       text             NOT NULL,
    state      text             NOT NULL,
    stage      text             NOT NULL,
    progress   double precision NOT NULL,
    parameters text             NOT NULL,
    counts     text             NOT NULL,
    error      text,
    created_at timestamptz      NOT NULL DEFAULT now(),
    updated_at timestamptz      NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);

CREATE TABLE conversation (
    tenant_id  text        NOT NULL,
    id         text        NOT NULL,
    audience   text        NOT NULL,
    owner      text        NOT NULL,
    case_id    text,
    language   text        NOT NULL,
    title      text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX conversation_of_owner ON conversation (tenant_id, owner, updated_at DESC);

CREATE TABLE message (
    tenant_id       text        NOT NULL,
    conversation_id text        NOT NULL,
    number          integer     NOT NULL,
    audience        text        NOT NULL,
    role            text        NOT NULL,
    body            text        NOT NULL,
    citations       text        NOT NULL,
    tier            text        NOT NULL,
    at              timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, conversation_id, number),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
);

DO $policies$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['app_user', 'token', 'job', 'conversation', 'message']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    END LOOP;
END
$policies$;

CREATE POLICY analysts_of_the_tenant ON app_user
    USING (tenant_id = (SELECT current_setting('app.tenant', true))
           AND (SELECT current_setting('app.audience', true)) = 'analyst');
-- Signing in happens before the tenant is known: whoever names a login sees that one row.
CREATE POLICY the_one_who_signs_in ON app_user FOR SELECT
    USING (login = (SELECT current_setting('app.login', true)));

CREATE POLICY people_of_the_tenant ON token
    USING (tenant_id = (SELECT current_setting('app.tenant', true)));
-- Whoever holds a token may look it up and give it up.
CREATE POLICY the_holder_looks ON token FOR SELECT
    USING (hash = (SELECT current_setting('app.token', true)));
CREATE POLICY the_holder_gives_up ON token FOR DELETE
    USING (hash = (SELECT current_setting('app.token', true)));

CREATE POLICY analysts_of_the_tenant ON job
    USING (tenant_id = (SELECT current_setting('app.tenant', true))
           AND (SELECT current_setting('app.audience', true)) = 'analyst');

CREATE POLICY own_audience_of_the_tenant ON conversation
    USING (tenant_id = (SELECT current_setting('app.tenant', true))
           AND audience = (SELECT current_setting('app.audience', true)));
CREATE POLICY own_audience_of_the_tenant ON message
    USING (tenant_id = (SELECT current_setting('app.tenant', true))
           AND audience = (SELECT current_setting('app.audience', true)));
