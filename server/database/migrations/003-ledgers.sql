-- Which ledger a sign-in leads to; and who asked for it, where somebody signed in connects another ledger.
ALTER TABLE sign_ins ADD COLUMN ledger text NOT NULL DEFAULT 'xero';
ALTER TABLE sign_ins ADD COLUMN user_id uuid REFERENCES users ON DELETE CASCADE;

-- What was consented to, held back until whoever asked for it takes it in.
ALTER TABLE sign_in_codes ADD COLUMN sealed_consent text;
