-- A question may name a document: T1059.001, CVE-2024-3094, a rule's id. Its kind is not asked.
CREATE INDEX document_by_name ON document (tenant_id, ref);
