-- What the check made of an answer's sentences, and what of it may be told to a language model again: nothing that was
-- struck or not proven. NULL (a question, an answer of before): all of it.

ALTER TABLE message
    ADD COLUMN provider text    NOT NULL DEFAULT '',
    ADD COLUMN verified integer NOT NULL DEFAULT 0,
    ADD COLUMN unproven integer NOT NULL DEFAULT 0,
    ADD COLUMN struck   integer NOT NULL DEFAULT 0,
    ADD COLUMN recalled text;
