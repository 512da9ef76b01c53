-- The ledger no longer lets us into this one organisation, although the consent stands for others.
ALTER TABLE connections ADD COLUMN lost_at timestamptz;

-- Whoever refreshes the tokens of a consent holds them until then; nobody else uses the refresh token.
ALTER TABLE consents ADD COLUMN refreshing_until timestamptz;

CREATE INDEX attempts_of_batch ON attempts (batch_key);
CREATE INDEX exports_by_bill ON exports (workspace_id, (progress->'bill'->>'id')) WHERE state = 'posted';
