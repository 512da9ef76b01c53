-- A restaurant group and its members.
CREATE TABLE workspaces (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  -- Grows with every change of an export; taken under the row's lock, so that a reader's cursor never
  -- passes a change that has yet to be committed.
  sequence bigint NOT NULL DEFAULT 0,
  revision bigint NOT NULL DEFAULT 0
);

CREATE TABLE users (
  id uuid PRIMARY KEY,
  subject text NOT NULL UNIQUE,
  name text NOT NULL,
  email text NOT NULL,
  workspace_id uuid NOT NULL REFERENCES workspaces
);

CREATE TABLE sign_ins (
  state text PRIMARY KEY,
  challenge text NOT NULL,
  redirect text NOT NULL,
  nonce text NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE TABLE sign_in_codes (
  code_hash text PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users,
  challenge text NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE TABLE sessions (
  token_hash text PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);

-- One consent of one person; its tokens serve every organisation that was ticked.
CREATE TABLE consents (
  id uuid PRIMARY KEY,
  sealed_tokens text NOT NULL,
  expires_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('connected', 'expired'))
);

CREATE TABLE connections (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspaces,
  consent_id uuid NOT NULL REFERENCES consents,
  ledger text NOT NULL,
  organisation_id text NOT NULL,
  organisation_name text NOT NULL,
  currency text,
  connected_at timestamptz NOT NULL,
  lists jsonb,
  lists_at timestamptz,
  UNIQUE (workspace_id, organisation_id)
);

CREATE TABLE exports (
  id uuid PRIMARY KEY,
  workspace_id uuid NOT NULL REFERENCES workspaces,
  connection_id uuid NOT NULL REFERENCES connections,
  key text NOT NULL,
  outlet_id text NOT NULL,
  invoice_id text NOT NULL,
  content text NOT NULL,
  request jsonb NOT NULL,
  progress jsonb NOT NULL,
  state text NOT NULL,
  sequence bigint NOT NULL,
  -- The order of arrival, in which exports are sent.
  arrived bigint GENERATED ALWAYS AS IDENTITY,
  updated_at timestamptz NOT NULL,
  UNIQUE (workspace_id, key)
);
CREATE INDEX exports_to_send ON exports (connection_id, arrived) WHERE state IN ('accepted', 'sent', 'checking', 'waiting');
CREATE INDEX exports_by_sequence ON exports (workspace_id, sequence);
CREATE INDEX exports_by_invoice ON exports (workspace_id, outlet_id, invoice_id);

-- Every try, written before the call.
CREATE TABLE attempts (
  id uuid PRIMARY KEY,
  export_id uuid NOT NULL REFERENCES exports,
  batch_key text NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  outcome text
);
CREATE INDEX attempts_of_export ON attempts (export_id, started_at);

CREATE TABLE mutations (
  workspace_id uuid NOT NULL REFERENCES workspaces,
  id uuid NOT NULL,
  revision bigint NOT NULL,
  by_user text NOT NULL,
  mutation jsonb NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX mutations_by_revision ON mutations (workspace_id, revision);
