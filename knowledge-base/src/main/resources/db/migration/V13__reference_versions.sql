-- How often what is known of a machine, an indicator or a fact has changed, from 1: as for documents.
ALTER TABLE asset ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE indicator ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE fact ADD COLUMN version integer NOT NULL DEFAULT 1;
