-- When a fingerprint was seen stands with its vector, too: those of the last days are compared exactly out of one table,
-- without a look at another one for each. Indexes of nearest neighbours move to copies of their own, which only large
-- tenants have, since a row whose time changes must not go into such an index again.

-- The application may not look at the history that a migration reads, so the owner steps over the policies here.
DO $open$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT 'fingerprint_vector_' || i FROM generate_series(0, 7) AS i
                UNION ALL VALUES ('fingerprint'), ('fingerprint_vector'), ('fingerprint_index')
    LOOP
        EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', name);
    END LOOP;
    FOR name IN SELECT i.indexname FROM pg_catalog.pg_indexes i
                WHERE i.schemaname = '${flyway:defaultSchema}' AND i.indexname LIKE 'fingerprint\_vector\_of\_%'
    LOOP
        EXECUTE format('DROP INDEX %I', name);
    END LOOP;
END
$open$;

ALTER TABLE fingerprint_vector
    ADD COLUMN first_seen timestamptz NOT NULL DEFAULT 'infinity',
    ADD COLUMN last_seen  timestamptz NOT NULL DEFAULT '-infinity',
    DROP CONSTRAINT fingerprint_vector_pkey;
UPDATE fingerprint_vector v
SET first_seen = f.first_seen, last_seen = f.last_seen
FROM fingerprint f
WHERE f.tenant_id = v.tenant_id AND f.hash = v.hash;
-- An alert's fingerprint finds its vectors without naming their models.
ALTER TABLE fingerprint_vector ADD PRIMARY KEY (tenant_id, hash, model);
CREATE INDEX fingerprint_vector_by_time ON fingerprint_vector (tenant_id, model, last_seen);
DROP INDEX fingerprint_by_time;

-- Vectors of large tenants again, for their indexes of nearest neighbours. Nothing here is ever updated.
CREATE TABLE fingerprint_graph (
    tenant_id text NOT NULL,
    model     text NOT NULL,
    hash      text NOT NULL,
    v384      halfvec(384),
    v512      halfvec(512),
    PRIMARY KEY (tenant_id, hash, model)
) PARTITION BY HASH (tenant_id);
-- All are made again at the end of the next triage.
DELETE FROM fingerprint_index;

DO $close$
DECLARE
    name text;
BEGIN
    FOR i IN 0..7 LOOP
        EXECUTE format('CREATE TABLE %I PARTITION OF fingerprint_graph FOR VALUES WITH (MODULUS 8, REMAINDER %s)',
                       'fingerprint_graph_' || i, i);
    END LOOP;
    FOR name IN SELECT 'fingerprint_graph_' || i FROM generate_series(0, 7) AS i UNION ALL VALUES ('fingerprint_graph')
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
    FOR name IN SELECT 'fingerprint_vector_' || i FROM generate_series(0, 7) AS i
                UNION ALL VALUES ('fingerprint'), ('fingerprint_vector'), ('fingerprint_index')
    LOOP
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    END LOOP;
END
$close$;

-- Builds the index of the transaction's own tenant, as the owner, since the application may not make any. Whoever is no
-- analyst of the tenant sees no vector, and so builds nothing. Whoever adds vectors of the tenant waits
-- (fingerprint_vector_lock), and puts them beside these. One process builds: before 0.8.2 pgvector's parallel build
-- overruns a buffer.
CREATE OR REPLACE FUNCTION index_fingerprint_vectors(for_model text) RETURNS boolean
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = ${flyway:defaultSchema}, public, pg_temp
    SET maintenance_work_mem = '256MB'
    SET max_parallel_maintenance_workers = 0
AS
$function$
DECLARE
    for_tenant text := current_setting('app.tenant', true);
    copied     bigint;
    place      text;
    vectors    text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('vector index ' || for_tenant || ' ' || for_model, 0));
    IF EXISTS (SELECT FROM fingerprint_index i WHERE i.tenant_id = for_tenant AND i.model = for_model) THEN
        RETURN false;
    END IF;
    INSERT INTO fingerprint_graph (tenant_id, model, hash, v384, v512)
    SELECT v.tenant_id, v.model, v.hash, v.v384, v.v512
    FROM fingerprint_vector v
    WHERE v.tenant_id = for_tenant AND v.model = for_model
    ORDER BY v.hash
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS copied = ROW_COUNT;
    SELECT c.relname, CASE WHEN v.v384 IS NULL THEN 'v512' ELSE 'v384' END
    INTO place, vectors
    FROM fingerprint_graph v
    JOIN pg_catalog.pg_class c ON c.oid = v.tableoid
    WHERE v.tenant_id = for_tenant AND v.model = for_model
    LIMIT 1;
    IF place IS NULL THEN
        RETURN false;
    END IF;
    EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON %I USING hnsw (%I halfvec_cosine_ops) '
                   || 'WHERE tenant_id = %L AND model = %L',
                   'fingerprint_graph_of_' || md5(for_tenant || ' ' || for_model), place, vectors,
                   for_tenant, for_model);
    INSERT INTO fingerprint_index (tenant_id, model, vectors) VALUES (for_tenant, for_model, copied);
    RETURN true;
END
$function$;
