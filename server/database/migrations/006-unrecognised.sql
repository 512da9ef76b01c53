-- What ledgers answered that our catalogue of failures does not know, masked, and how often.
CREATE TABLE unrecognised_answers (
  ledger text NOT NULL,
  words text NOT NULL,
  times bigint NOT NULL,
  first_at timestamptz NOT NULL DEFAULT now(),
  last_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (ledger, words)
);
