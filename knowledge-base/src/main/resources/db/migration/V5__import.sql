-- What importers bring: the original of a document, how often it has changed, passages that are found by words only.
ALTER TABLE document
    ADD COLUMN content     text,
    ADD COLUMN file        text        NOT NULL DEFAULT '',
    ADD COLUMN version     integer     NOT NULL DEFAULT 1,
    ADD COLUMN imported_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE passage
    ADD COLUMN embed boolean NOT NULL DEFAULT true;
