-- The staff desk: questions that no document answers, and what employees report.

-- A question as it was asked first, without who asked it. key: its words in their normal form, so that the same question
-- is one row; vector: its meaning, for questions in other words.
CREATE TABLE knowledge_gap (
    tenant_id   text        NOT NULL,
    id          text        NOT NULL,
    language    text        NOT NULL CHECK (language IN ('en', 'zh')),
    key         text        NOT NULL,
    question    text        NOT NULL CHECK (length(question) <= 600),
    vector      real[]      NOT NULL,
    times       bigint      NOT NULL CHECK (times > 0),
    first_asked timestamptz NOT NULL,
    last_asked  timestamptz NOT NULL,
    status      text        NOT NULL CHECK (status IN ('open', 'answered', 'dismissed')),
    origin      text,
    decided_by  text,
    decided_at  timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, language, key)
);
CREATE INDEX knowledge_gap_in_time_order ON knowledge_gap (tenant_id, last_asked DESC, id);

ALTER TABLE knowledge_gap ENABLE ROW LEVEL SECURITY;
ALTER TABLE knowledge_gap FORCE ROW LEVEL SECURITY;
CREATE POLICY analysts_of_the_tenant ON knowledge_gap
    USING (tenant_id = (SELECT current_setting('app.tenant', true))
           AND (SELECT current_setting('app.audience', true)) = 'analyst');

-- id: the reporter's receipt, which nobody can guess. alert_id: what the report became in the queue.
CREATE TABLE report (
    tenant_id  text        NOT NULL,
    id         text        NOT NULL,
    reporter   text        NOT NULL,
    subject    text        NOT NULL CHECK (length(subject) <= 300),
    body       text        NOT NULL CHECK (length(body) <= 100000),
    status     text        NOT NULL CHECK (status IN ('received', 'in_review', 'harmless', 'attack', 'closed')),
    message    text        NOT NULL CHECK (length(message) <= 2000),
    alert_id   text        NOT NULL,
    at         timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX report_in_time_order ON report (tenant_id, at DESC, id);
CREATE INDEX report_of_reporter ON report (tenant_id, reporter, at DESC, id);

CREATE TABLE report_file (
    tenant_id  text    NOT NULL,
    report_id  text    NOT NULL,
    name       text    NOT NULL,
    media_type text    NOT NULL,
    sha256     text    NOT NULL,
    bytes      bytea   NOT NULL CHECK (octet_length(bytes) <= 10485760),
    PRIMARY KEY (tenant_id, report_id),
    FOREIGN KEY (tenant_id, report_id) REFERENCES report ON DELETE CASCADE
);

DO $policies$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['report', 'report_file']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format(
            $policy$
            CREATE POLICY analysts_of_the_tenant ON %I
                USING (tenant_id = (SELECT current_setting('app.tenant', true))
                       AND (SELECT current_setting('app.audience', true)) = 'analyst')
            $policy$, name);
    END LOOP;
END
$policies$;
-- Staff read their own reports; they are written by the service, under the analysts' scope.
CREATE POLICY own_reports ON report FOR SELECT
    USING (tenant_id = (SELECT current_setting('app.tenant', true))
           AND (SELECT current_setting('app.audience', true)) = 'staff'
           AND reporter = (SELECT current_setting('app.login', true)));
