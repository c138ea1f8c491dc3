-- Models that a tenant's own data made: what tells the unusual, what weighs evidence, what suggests a disposition. The
-- ones that ship with the product are not here. One of a kind is active at a time; one in shadow is only compared with.
CREATE TABLE model (
    tenant_id text        NOT NULL,
    kind      text        NOT NULL,
    version   text        NOT NULL,
    made_at   timestamptz NOT NULL,
    status    text        NOT NULL CHECK (status IN ('active', 'shadow', 'retired')),
    bytes     bytea       NOT NULL,
    card      text        NOT NULL,
    PRIMARY KEY (tenant_id, kind, version)
);
CREATE UNIQUE INDEX model_active ON model (tenant_id, kind) WHERE status = 'active';
CREATE UNIQUE INDEX model_in_shadow ON model (tenant_id, kind) WHERE status = 'shadow';

ALTER TABLE model ENABLE ROW LEVEL SECURITY;
ALTER TABLE model FORCE ROW LEVEL SECURITY;
CREATE POLICY analysts_of_the_tenant ON model
    USING (tenant_id = (SELECT current_setting('app.tenant', true))
           AND (SELECT current_setting('app.audience', true)) = 'analyst');
