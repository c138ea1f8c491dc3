-- What people judged, in full: how far a verdict reaches, until when, on what it rests, and whether it was taken back.

ALTER TABLE human_verdict NO FORCE ROW LEVEL SECURITY;

-- reach: the subject alone, or every alert of its fingerprints ("all like this"), those about entity_key only if set.
-- severity, known: the highest severity and the entities that were judged; what goes beyond them is not covered.
-- computed, computed_confidence, model_version, features: what triage said of the case at that moment, and from what.
ALTER TABLE human_verdict
    ADD COLUMN reach               text     NOT NULL DEFAULT 'alert' CHECK (reach IN ('alert', 'case', 'fingerprint')),
    ADD COLUMN entity_key          text,
    ADD COLUMN expires_at          timestamptz,
    ADD COLUMN undone_at           timestamptz,
    ADD COLUMN undone_by           text,
    ADD COLUMN severity            smallint NOT NULL DEFAULT 0,
    ADD COLUMN known               text[]   NOT NULL DEFAULT '{}',
    ADD COLUMN alerts              bigint   NOT NULL DEFAULT 0,
    ADD COLUMN happened_at         timestamptz,
    ADD COLUMN computed            text,
    ADD COLUMN computed_confidence double precision,
    ADD COLUMN model_version       text,
    ADD COLUMN features            real[],
    ADD CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
    ADD CHECK (entity_key IS NULL OR reach = 'fingerprint');
UPDATE human_verdict SET reach = subject;
CREATE INDEX human_verdict_in_time_order ON human_verdict (tenant_id, judged_at, id);

-- The fingerprints that a verdict was about when it was given: of the alert, or of all alerts of the case. Ids of cases
-- end when cases are regrouped, these do not.
CREATE TABLE human_verdict_print (
    tenant_id   text     NOT NULL,
    fingerprint text     NOT NULL,
    verdict_id  text     NOT NULL,
    severity    smallint NOT NULL,
    alerts      bigint   NOT NULL,
    PRIMARY KEY (tenant_id, fingerprint, verdict_id),
    FOREIGN KEY (tenant_id, verdict_id) REFERENCES human_verdict ON DELETE CASCADE
);
CREATE INDEX human_verdict_print_by_verdict ON human_verdict_print (tenant_id, verdict_id);
INSERT INTO human_verdict_print (tenant_id, fingerprint, verdict_id, severity, alerts)
SELECT tenant_id, fingerprint, id, 0, 0
FROM human_verdict
WHERE fingerprint IS NOT NULL;

-- What verdicts mean for the cases of the latest triage: one holds for all of it, or it is shown again, and why (JSON).
CREATE TABLE case_review (
    tenant_id  text NOT NULL,
    case_id    text NOT NULL,
    verdict_id text NOT NULL,
    state      text NOT NULL CHECK (state IN ('holds', 'reopened')),
    verdict    text NOT NULL,
    reasons    text NOT NULL,
    PRIMARY KEY (tenant_id, case_id, verdict_id),
    FOREIGN KEY (tenant_id, verdict_id) REFERENCES human_verdict ON DELETE CASCADE
);

-- What a case looked like to the disposition model in the latest triage.
CREATE TABLE case_feature (
    tenant_id text   NOT NULL,
    case_id   text   NOT NULL,
    version   text   NOT NULL,
    features  real[] NOT NULL,
    PRIMARY KEY (tenant_id, case_id)
);

-- One row for each tenant that changed something; none means: learning is on, and nothing is closed by itself.
CREATE TABLE learning_setting (
    tenant_id  text        NOT NULL PRIMARY KEY,
    enabled    boolean     NOT NULL,
    auto_close boolean     NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL
);

-- Who switched, accepted, promoted what, and when. Nothing here is ever changed.
CREATE TABLE learning_event (
    tenant_id text        NOT NULL,
    id        bigint      GENERATED ALWAYS AS IDENTITY,
    at        timestamptz NOT NULL,
    login     text        NOT NULL,
    what      text        NOT NULL,
    detail    text        NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

DO $policies$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY[
        'human_verdict_print', 'case_review', 'case_feature', 'learning_setting', 'learning_event']
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
ALTER TABLE human_verdict FORCE ROW LEVEL SECURITY;
REVOKE UPDATE, DELETE ON learning_event FROM ${app};
