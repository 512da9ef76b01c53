-- The bill as it was when it was posted or linked: what it is compared with once people changed it.
ALTER TABLE exports ADD COLUMN posted jsonb;
UPDATE exports SET posted = progress->'bill' WHERE state = 'posted';

-- Up to when the ledger has told what changed there.
ALTER TABLE connections ADD COLUMN swept_to timestamptz;

CREATE INDEX exports_followed ON exports (connection_id, updated_at) WHERE state = 'posted';
CREATE INDEX exports_with_bill ON exports (workspace_id, (progress->'bill'->>'id')) WHERE state IN ('posted', 'refused');
DROP INDEX exports_by_bill;
