-- When the bill that a difference belongs to was told of it.
ALTER TABLE exports ADD COLUMN noted_at timestamptz;

CREATE INDEX exports_corrected ON exports (workspace_id) WHERE progress->'corrections' IS NOT NULL;
CREATE INDEX exports_to_note ON exports (connection_id)
  WHERE state = 'posted' AND noted_at IS NULL AND request->'operation'->>'kind' = 'difference';
