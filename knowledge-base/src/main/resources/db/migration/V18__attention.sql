-- Why a human should look at something whatever its disposition says. Nothing here changes a disposition, a confidence,
-- a score, who is in a case, or the hash of the verdicts.

CREATE TABLE attention (
    tenant_id  text        NOT NULL,
    subject    text        NOT NULL CHECK (subject IN ('alert', 'case', 'passage', 'report')),
    subject_id text        NOT NULL,
    reason     text        NOT NULL CHECK (reason IN ('planted_instruction', 'model_disagrees')),
    detail     text        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, subject, subject_id, reason)
);
CREATE INDEX attention_in_time_order ON attention (tenant_id, at DESC, subject, subject_id, reason);

ALTER TABLE attention ENABLE ROW LEVEL SECURITY;
ALTER TABLE attention FORCE ROW LEVEL SECURITY;
CREATE POLICY analysts_of_the_tenant ON attention
    USING (tenant_id = (SELECT current_setting('app.tenant', true))
           AND (SELECT current_setting('app.audience', true)) = 'analyst');
