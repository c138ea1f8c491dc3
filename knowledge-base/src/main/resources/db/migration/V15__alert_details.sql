-- What a source tells beside entities: the processes involved, a few values by well-known names, and the signs that the
-- alert's body showed. Alerts stored before have none; a constant default does not rewrite the table.
ALTER TABLE alert
    ADD COLUMN lineage text[] NOT NULL DEFAULT '{}',
    ADD COLUMN details jsonb,
    ADD COLUMN signs   text[] NOT NULL DEFAULT '{}';
