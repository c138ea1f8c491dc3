-- Alerts, what they look like without their changing parts, and what triage made of them.
--
-- Every table carries tenant_id and is under forced row-level security. A transaction says for whom it works:
-- app.tenant and app.audience ('analyst' or 'staff'). Nothing set means nothing seen. The settings are read through a
-- scalar subquery, so that they are evaluated once for a statement and not once for a row.

ALTER DEFAULT PRIVILEGES IN SCHEMA ${flyway:defaultSchema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
GRANT USAGE ON SCHEMA ${flyway:defaultSchema} TO ${app};

CREATE TABLE alert (
    tenant_id    text        NOT NULL,
    id           text        NOT NULL,
    source       text        NOT NULL,
    rule         text        NOT NULL,
    time         timestamptz NOT NULL,
    title        text        NOT NULL,
    message      text        NOT NULL,
    severity     smallint    NOT NULL,
    status       text        NOT NULL,
    outcome      text        NOT NULL,
    entity_keys  text[]      NOT NULL,
    techniques   text[]      NOT NULL,
    fingerprint  text        NOT NULL,
    raw          text        NOT NULL,
    ingested_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX alert_in_time_order ON alert (tenant_id, time, id);

-- An array with a GIN index would say the same, but under row-level security PostgreSQL may use only leakproof
-- operators before the policy, and array operators are not. Equality of text is.
CREATE TABLE alert_entity (
    tenant_id  text        NOT NULL,
    entity_key text        NOT NULL,
    time       timestamptz NOT NULL,
    alert_id   text        NOT NULL
);
CREATE INDEX alert_entity_by_key ON alert_entity (tenant_id, entity_key, time, alert_id);

CREATE TABLE fingerprint (
    tenant_id text NOT NULL,
    hash      text NOT NULL,
    body      text NOT NULL,
    PRIMARY KEY (tenant_id, hash)
);

-- One column for each dimension that a model has; the others stay null and out of the indexes.
CREATE TABLE fingerprint_vector (
    tenant_id text NOT NULL,
    model     text NOT NULL,
    hash      text NOT NULL,
    v384      halfvec(384),
    v512      halfvec(512),
    PRIMARY KEY (tenant_id, model, hash),
    CHECK (num_nonnulls(v384, v512) = 1)
);
CREATE INDEX fingerprint_vector_384 ON fingerprint_vector USING hnsw (v384 halfvec_cosine_ops);
CREATE INDEX fingerprint_vector_512 ON fingerprint_vector USING hnsw (v512 halfvec_cosine_ops);

CREATE TABLE triage_case (
    tenant_id   text             NOT NULL,
    id          text             NOT NULL,
    title       text             NOT NULL,
    score       double precision NOT NULL,
    disposition text             NOT NULL,
    confidence  double precision NOT NULL,
    first_seen  timestamptz      NOT NULL,
    last_seen   timestamptz      NOT NULL,
    alert_count bigint           NOT NULL,
    entity_keys text[]           NOT NULL,
    attention   text,
    document    text             NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX triage_case_by_score ON triage_case (tenant_id, score DESC, id);

CREATE TABLE alert_triage (
    tenant_id  text             NOT NULL,
    alert_id   text             NOT NULL,
    case_id    text,
    anomaly    double precision NOT NULL,
    verdict    text             NOT NULL,
    confidence double precision NOT NULL,
    PRIMARY KEY (tenant_id, alert_id)
);
CREATE INDEX alert_triage_by_case ON alert_triage (tenant_id, case_id) WHERE case_id IS NOT NULL;

DO $policies$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY[
        'alert', 'alert_entity', 'fingerprint', 'fingerprint_vector', 'triage_case', 'alert_triage']
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
