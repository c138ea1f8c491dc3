-- Things that could be done about a case. Nothing is ever carried out from here: a person decides, and does it.
CREATE TABLE proposal (
    tenant_id   text        NOT NULL,
    id          text        NOT NULL,
    case_id     text        NOT NULL,
    action      text        NOT NULL,
    target      text        NOT NULL,
    why         text        NOT NULL,
    proposed_by text        NOT NULL,
    at          timestamptz NOT NULL DEFAULT now(),
    status      text        NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'approved', 'rejected')),
    decided_by  text,
    decided_at  timestamptz,
    note        text,
    PRIMARY KEY (tenant_id, id),
    CHECK ((status = 'open') = (decided_by IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL))
);
-- The same thing is proposed once, however often somebody asks.
CREATE UNIQUE INDEX proposal_once ON proposal (tenant_id, case_id, action, target) WHERE status = 'open';
CREATE INDEX proposal_of_case ON proposal (tenant_id, case_id, at);

ALTER TABLE proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE proposal FORCE ROW LEVEL SECURITY;
CREATE POLICY analysts_of_the_tenant ON proposal
    USING (tenant_id = (SELECT current_setting('app.tenant', true))
           AND (SELECT current_setting('app.audience', true)) = 'analyst');
