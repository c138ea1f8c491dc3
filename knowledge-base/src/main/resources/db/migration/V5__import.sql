-- What importers bring: the original of a document, how often it has changed, passages that are found by words only.
ALTER TABLE document
    ADD COLUMN content     text,
    ADD COLUMN file        text        NOT NULL DEFAULT '',
    ADD COLUMN version     integer     NOT NULL DEFAULT 1,
    ADD COLUMN imported_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE passage
    ADD COLUMN embed boolean NOT NULL DEFAULT true,
    ADD COLUMN block bigint,
    ADD COLUMN slot  smallint;
CREATE INDEX document_of_origin ON document (tenant_id, origin);

-- Whose passages may wait for vectors: what embeds for everyone looks here, and sees nothing but these names.
CREATE TABLE waiting_tenant (
    tenant_id text        NOT NULL PRIMARY KEY,
    since     timestamptz NOT NULL
);

-- Postings in blocks (ADR 0009): a row for each word of some thousand passages, not for each word of each passage.
-- A block holds passages of one language, kind and audience; a passage has a slot in it.
ALTER TABLE posting RENAME TO posting_of_words;
ALTER INDEX posting_pkey RENAME TO posting_of_words_pkey;
CREATE SEQUENCE posting_block_number;
GRANT USAGE ON SEQUENCE posting_block_number TO ${app};
CREATE TABLE posting_block (
    tenant_id text    NOT NULL,
    id        bigint  NOT NULL,
    language  text    NOT NULL,
    kind      text    NOT NULL,
    audience  text    NOT NULL,
    passages  integer NOT NULL,
    length    bigint  NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE TABLE posting (
    tenant_id   text       NOT NULL,
    language    text       NOT NULL,
    term        text       NOT NULL,
    block       bigint     NOT NULL,
    kind        text       NOT NULL,
    audience    text       NOT NULL,
    passages    integer    NOT NULL,
    slots       smallint[] NOT NULL,
    frequencies smallint[] NOT NULL,
    lengths     smallint[] NOT NULL,
    PRIMARY KEY (tenant_id, language, term, block)
);
-- Small numbers in short arrays: taking them apart costs more than compression saves.
ALTER TABLE posting
    ALTER COLUMN slots       SET STORAGE EXTERNAL,
    ALTER COLUMN frequencies SET STORAGE EXTERNAL,
    ALTER COLUMN lengths     SET STORAGE EXTERNAL;

-- What is there already moves into blocks. Row-level security is forced on the owner, too, so it rests meanwhile.
ALTER TABLE document NO FORCE ROW LEVEL SECURITY;
ALTER TABLE passage NO FORCE ROW LEVEL SECURITY;
ALTER TABLE posting_of_words NO FORCE ROW LEVEL SECURITY;
INSERT INTO waiting_tenant (tenant_id, since) SELECT DISTINCT tenant_id, now() FROM document;
UPDATE document SET origin = regexp_replace(origin, '^.*/', 'markdown:') WHERE origin LIKE '/%';
UPDATE passage p
SET block = placed.block, slot = placed.slot
FROM (SELECT tenant_id, id, ((number - 1) % 4096)::smallint AS slot,
             dense_rank() OVER (ORDER BY tenant_id, language, kind, audience, (number - 1) / 4096) AS block
      FROM (SELECT tenant_id, id, language, kind, audience,
                   row_number() OVER (PARTITION BY tenant_id, language, kind, audience ORDER BY id) AS number
            FROM passage) numbered) placed
WHERE p.tenant_id = placed.tenant_id AND p.id = placed.id;
INSERT INTO posting_block (tenant_id, id, language, kind, audience, passages, length)
SELECT tenant_id, block, language, kind, audience, count(*), sum(length)
FROM passage
GROUP BY tenant_id, block, language, kind, audience;
INSERT INTO posting (tenant_id, language, term, block, kind, audience, passages, slots, frequencies, lengths)
SELECT w.tenant_id, w.language, w.term, p.block, p.kind, p.audience, count(*), array_agg(p.slot ORDER BY p.slot),
       array_agg(least(w.frequency, 32767)::smallint ORDER BY p.slot),
       array_agg(least(w.length, 32767)::smallint ORDER BY p.slot)
FROM posting_of_words w
JOIN passage p ON p.tenant_id = w.tenant_id AND p.id = w.passage_id
GROUP BY w.tenant_id, w.language, w.term, p.block, p.kind, p.audience;
SELECT setval('posting_block_number', (SELECT coalesce(max(id), 0) + 1 FROM posting_block), false);
ALTER TABLE document FORCE ROW LEVEL SECURITY;
ALTER TABLE passage FORCE ROW LEVEL SECURITY;
DROP TABLE posting_of_words;

ALTER TABLE passage
    ALTER COLUMN block SET NOT NULL,
    ALTER COLUMN slot SET NOT NULL;
CREATE INDEX passage_in_block ON passage (tenant_id, block, slot);
CREATE INDEX posting_in_block ON posting (tenant_id, block);

DO $policies$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['posting_block', 'posting']
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

ALTER TABLE waiting_tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE waiting_tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY editors ON waiting_tenant
    USING (tenant_id = (SELECT current_setting('app.tenant', true))
           AND (SELECT current_setting('app.audience', true)) = 'analyst');
CREATE POLICY whoever_embeds ON waiting_tenant FOR SELECT
    USING ((SELECT current_setting('app.task', true)) = 'embedding');
