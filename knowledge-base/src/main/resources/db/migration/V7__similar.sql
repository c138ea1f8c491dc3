-- Similar alerts: when each fingerprint was seen, an index of nearest neighbours for each tenant that is large enough
-- to need one, and what people judged.

-- The application may not look at the history that a migration reads, so the owner steps over the policies here.
ALTER TABLE alert NO FORCE ROW LEVEL SECURITY;
ALTER TABLE fingerprint NO FORCE ROW LEVEL SECURITY;
ALTER TABLE fingerprint_vector NO FORCE ROW LEVEL SECURITY;

CREATE INDEX alert_by_fingerprint ON alert (tenant_id, fingerprint, time, id) INCLUDE (source);

ALTER TABLE fingerprint
    ADD COLUMN first_seen timestamptz NOT NULL DEFAULT 'infinity',
    ADD COLUMN last_seen  timestamptz NOT NULL DEFAULT '-infinity',
    ADD COLUMN alerts     bigint      NOT NULL DEFAULT 0;
UPDATE fingerprint f
SET first_seen = s.first_seen, last_seen = s.last_seen, alerts = s.alerts
FROM (SELECT tenant_id, fingerprint, min(time) AS first_seen, max(time) AS last_seen, count(*) AS alerts
      FROM alert
      GROUP BY tenant_id, fingerprint) s
WHERE s.tenant_id = f.tenant_id AND s.fingerprint = f.hash;
CREATE INDEX fingerprint_by_time ON fingerprint (tenant_id, last_seen);

-- The vectors again, in partitions and without an index over all tenants' vectors: most tenants are small and are
-- compared exactly, the large ones get an index of their own (index_fingerprint_vectors). Partitions bound how many
-- such indexes a statement has to look at, and how much of the table waits while one is built.
ALTER TABLE fingerprint_vector RENAME TO former_fingerprint_vector;
ALTER TABLE former_fingerprint_vector RENAME CONSTRAINT fingerprint_vector_pkey TO former_fingerprint_vector_pkey;
CREATE TABLE fingerprint_vector (
    tenant_id text NOT NULL,
    model     text NOT NULL,
    hash      text NOT NULL,
    v384      halfvec(384),
    v512      halfvec(512),
    PRIMARY KEY (tenant_id, model, hash),
    CHECK (num_nonnulls(v384, v512) = 1)
) PARTITION BY HASH (tenant_id);
DO $partitions$
BEGIN
    FOR i IN 0..7 LOOP
        EXECUTE format('CREATE TABLE %I PARTITION OF fingerprint_vector FOR VALUES WITH (MODULUS 8, REMAINDER %s)',
                       'fingerprint_vector_' || i, i);
    END LOOP;
END
$partitions$;
INSERT INTO fingerprint_vector (tenant_id, model, hash, v384, v512)
SELECT tenant_id, model, hash, v384, v512
FROM former_fingerprint_vector
ORDER BY tenant_id, model, hash;
DROP TABLE former_fingerprint_vector;

-- Which tenants have an index of nearest neighbours, and since when.
CREATE TABLE fingerprint_index (
    tenant_id text        NOT NULL,
    model     text        NOT NULL,
    vectors   bigint      NOT NULL,
    made_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, model)
);

-- What a person judged. Later verdicts on the same thing come beside earlier ones; the latest counts.
-- fingerprint: of the alert that was judged, or the fingerprint itself; null for cases.
CREATE TABLE human_verdict (
    tenant_id   text        NOT NULL,
    id          text        NOT NULL,
    subject     text        NOT NULL CHECK (subject IN ('alert', 'case', 'fingerprint')),
    subject_id  text        NOT NULL,
    fingerprint text,
    verdict     text        NOT NULL,
    reason      text        NOT NULL,
    judged_by   text        NOT NULL,
    judged_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX human_verdict_by_subject ON human_verdict (tenant_id, subject, subject_id, judged_at);
CREATE INDEX human_verdict_by_fingerprint ON human_verdict (tenant_id, fingerprint, judged_at)
    WHERE fingerprint IS NOT NULL;

DO $policies$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT 'fingerprint_vector_' || i FROM generate_series(0, 7) AS i
                UNION ALL VALUES ('fingerprint_vector'), ('fingerprint_index'), ('human_verdict')
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
ALTER TABLE alert FORCE ROW LEVEL SECURITY;
ALTER TABLE fingerprint FORCE ROW LEVEL SECURITY;

-- Builds the index of the transaction's own tenant, as the owner, since the application may not make any. Whoever is no
-- analyst of the tenant sees no vector, and so builds nothing. One process builds: before 0.8.2 pgvector's parallel
-- build overruns a buffer.
CREATE FUNCTION index_fingerprint_vectors(for_model text) RETURNS boolean
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = ${flyway:defaultSchema}, public, pg_temp
    SET maintenance_work_mem = '256MB'
    SET max_parallel_maintenance_workers = 0
AS
$function$
DECLARE
    for_tenant text := current_setting('app.tenant', true);
    place      text;
    vectors    text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('vector index ' || for_tenant || ' ' || for_model, 0));
    IF EXISTS (SELECT FROM fingerprint_index i WHERE i.tenant_id = for_tenant AND i.model = for_model) THEN
        RETURN false;
    END IF;
    SELECT c.relname, CASE WHEN v.v384 IS NULL THEN 'v512' ELSE 'v384' END
    INTO place, vectors
    FROM fingerprint_vector v
    JOIN pg_catalog.pg_class c ON c.oid = v.tableoid
    WHERE v.tenant_id = for_tenant AND v.model = for_model
    LIMIT 1;
    IF place IS NULL THEN
        RETURN false;
    END IF;
    EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON %I USING hnsw (%I halfvec_cosine_ops) '
                   || 'WHERE tenant_id = %L AND model = %L',
                   'fingerprint_vector_of_' || md5(for_tenant || ' ' || for_model), place, vectors,
                   for_tenant, for_model);
    INSERT INTO fingerprint_index (tenant_id, model, vectors)
    SELECT for_tenant, for_model, count(*)
    FROM fingerprint_vector v
    WHERE v.tenant_id = for_tenant AND v.model = for_model;
    RETURN true;
END
$function$;
REVOKE ALL ON FUNCTION index_fingerprint_vectors(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION index_fingerprint_vectors(text) TO ${app};
