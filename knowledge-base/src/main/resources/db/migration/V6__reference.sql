-- What an organisation knows of itself and of its enemies: its machines, indicators of attack, and facts that explain
-- alerts for a while. Looked up by the same keys as alerts have (alert_entity), by equality only: under row-level
-- security PostgreSQL uses an index for leakproof operators, and those of networks and arrays are not.

CREATE TABLE asset (
    tenant_id   text        NOT NULL,
    host        text        NOT NULL,
    origin      text        NOT NULL,
    owner       text        NOT NULL,
    role        text        NOT NULL,
    criticality text        NOT NULL,
    exposure    text        NOT NULL,
    addresses   text[]      NOT NULL,
    open_ports  integer[]   NOT NULL,
    software    text[]      NOT NULL,
    versions    text[]      NOT NULL,
    hash        text        NOT NULL,
    loaded_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, host),
    CHECK (cardinality(software) = cardinality(versions))
);
CREATE INDEX asset_of_origin ON asset (tenant_id, origin);

-- Names, addresses and software (`software:apache tomcat`) of a machine.
CREATE TABLE asset_key (
    tenant_id text NOT NULL,
    key       text NOT NULL,
    host      text NOT NULL,
    PRIMARY KEY (tenant_id, key, host),
    FOREIGN KEY (tenant_id, host) REFERENCES asset ON DELETE CASCADE
);
CREATE INDEX asset_key_of_host ON asset_key (tenant_id, host);

-- One row for each source of an indicator: taking one source away leaves what another says of the same thing.
CREATE TABLE indicator (
    tenant_id   text        NOT NULL,
    origin      text        NOT NULL,
    key         text        NOT NULL,
    name        text        NOT NULL,
    source      text        NOT NULL,
    confidence  integer     NOT NULL CHECK (confidence BETWEEN 0 AND 100),
    labels      text[]      NOT NULL,
    valid_from  timestamptz,
    valid_until timestamptz,
    hash        text        NOT NULL,
    loaded_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, key, origin)
);
CREATE INDEX indicator_of_origin ON indicator (tenant_id, origin);

CREATE TABLE fact (
    tenant_id   text        NOT NULL,
    id          text        NOT NULL,
    origin      text        NOT NULL,
    kind        text        NOT NULL,
    entity_keys text[]      NOT NULL,
    valid_from  timestamptz NOT NULL,
    valid_until timestamptz NOT NULL,
    note        text        NOT NULL,
    approved_by text        NOT NULL,
    hash        text        NOT NULL,
    loaded_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    CHECK (valid_until > valid_from)
);
CREATE INDEX fact_of_origin ON fact (tenant_id, origin);

CREATE TABLE fact_entity (
    tenant_id text NOT NULL,
    key       text NOT NULL,
    fact_id   text NOT NULL,
    PRIMARY KEY (tenant_id, key, fact_id),
    FOREIGN KEY (tenant_id, fact_id) REFERENCES fact ON DELETE CASCADE
);
CREATE INDEX fact_entity_of_fact ON fact_entity (tenant_id, fact_id);

DO $policies$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['asset', 'asset_key', 'indicator', 'fact', 'fact_entity']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format(
            $policy$
            CREATE POLICY analysts_of_the_tenant ON %I
                USING (tenant_id = (SELECT current_setting('app.tenant', true))
                       AND (SELECT current_setting('app.audience', true)) = 'analyst')
            $policy$, name);
    END LOOP;
END
$policies$;
