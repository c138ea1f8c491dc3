-- Documents in passages, their words and their vectors. Tenant 'shared' holds what ships with the product: everyone
-- reads it. Staff read what is meant for staff; analysts read both.

CREATE TABLE document (
    tenant_id  text        NOT NULL,
    id         text        NOT NULL,
    origin     text        NOT NULL,
    ref        text        NOT NULL,
    kind       text        NOT NULL,
    audience   text        NOT NULL,
    language   text        NOT NULL,
    title      text        NOT NULL,
    techniques text[]      NOT NULL,
    tags       text[]      NOT NULL,
    hash       text        NOT NULL,
    loaded_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX document_by_ref ON document (tenant_id, kind, ref);

CREATE TABLE passage (
    tenant_id   text    NOT NULL,
    id          text    NOT NULL,
    document_id text    NOT NULL,
    number      integer NOT NULL,
    kind        text    NOT NULL,
    audience    text    NOT NULL,
    language    text    NOT NULL,
    heading     text    NOT NULL,
    body        text    NOT NULL,
    length      integer NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, document_id) REFERENCES document ON DELETE CASCADE
);
CREATE INDEX passage_of_document ON passage (tenant_id, document_id, number);

CREATE TABLE passage_vector (
    tenant_id  text NOT NULL,
    passage_id text NOT NULL,
    model      text NOT NULL,
    audience   text NOT NULL,
    v384       halfvec(384),
    v512       halfvec(512),
    PRIMARY KEY (tenant_id, passage_id, model),
    FOREIGN KEY (tenant_id, passage_id) REFERENCES passage ON DELETE CASCADE,
    CHECK (num_nonnulls(v384, v512) = 1)
);
CREATE INDEX passage_vector_384 ON passage_vector USING hnsw (v384 halfvec_cosine_ops);
CREATE INDEX passage_vector_512 ON passage_vector USING hnsw (v512 halfvec_cosine_ops);

-- How often a word stands in a passage, and how long that passage is: what BM25 counts with.
CREATE TABLE posting (
    tenant_id  text    NOT NULL,
    language   text    NOT NULL,
    term       text    NOT NULL,
    passage_id text    NOT NULL,
    audience   text    NOT NULL,
    frequency  integer NOT NULL,
    length     integer NOT NULL,
    PRIMARY KEY (tenant_id, language, term, passage_id),
    FOREIGN KEY (tenant_id, passage_id) REFERENCES passage ON DELETE CASCADE
);
CREATE INDEX posting_of_passage ON posting (tenant_id, passage_id);

DO $policies$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['document', 'passage', 'passage_vector', 'posting']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format(
            $policy$
            CREATE POLICY readers ON %I FOR SELECT
                USING (tenant_id IN ((SELECT current_setting('app.tenant', true)), 'shared')
                       AND ((SELECT current_setting('app.audience', true)) = 'analyst'
                            OR ((SELECT current_setting('app.audience', true)) = 'staff' AND audience = 'staff')))
            $policy$, name);
        EXECUTE format(
            $policy$
            CREATE POLICY editors ON %I
                USING (tenant_id = (SELECT current_setting('app.tenant', true))
                       AND (SELECT current_setting('app.audience', true)) = 'analyst')
            $policy$, name);
    END LOOP;
END
$policies$;
