-- What stood beside an answer's words: why claims were struck, the model's opinion, hunts. A JSON array of events as they
-- were streamed, opaque here. The row-level security of messages covers it.

ALTER TABLE message
    ADD COLUMN beside text NOT NULL DEFAULT '[]';
