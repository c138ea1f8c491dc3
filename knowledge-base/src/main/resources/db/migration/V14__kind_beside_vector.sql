-- A search by meaning among some kinds has to see the kind where it follows the index of vectors.
ALTER TABLE passage_vector ADD COLUMN kind text;

-- The statement is about all tenants' rows; the owner is bound by their policies as anyone is.
ALTER TABLE passage NO FORCE ROW LEVEL SECURITY;
ALTER TABLE passage_vector NO FORCE ROW LEVEL SECURITY;

-- Building an index is faster than changing each of its rows.
DROP INDEX passage_vector_384;
DROP INDEX passage_vector_512;
UPDATE passage_vector v SET kind = p.kind FROM passage p WHERE p.tenant_id = v.tenant_id AND p.id = v.passage_id;
ALTER TABLE passage_vector ALTER COLUMN kind SET NOT NULL;
CREATE INDEX passage_vector_384 ON passage_vector USING hnsw (v384 halfvec_cosine_ops);
CREATE INDEX passage_vector_512 ON passage_vector USING hnsw (v512 halfvec_cosine_ops);
CREATE INDEX passage_vector_of_kind ON passage_vector (kind);

ALTER TABLE passage FORCE ROW LEVEL SECURITY;
ALTER TABLE passage_vector FORCE ROW LEVEL SECURITY;
