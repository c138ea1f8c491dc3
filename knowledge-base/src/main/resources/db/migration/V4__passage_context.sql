-- Other ways to ask for a passage: it is found by them, and nobody reads them.
ALTER TABLE passage ADD COLUMN context text NOT NULL DEFAULT '';
