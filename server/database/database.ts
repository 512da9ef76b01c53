/** One statement's rows, as the driver types them; the caller parses what it relies on. */
export type Row = Record<string, unknown>

/** Whoever can run SQL: the database itself, or a transaction of it. */
export interface Sql {
  query<R extends Row = Row>(text: string, values?: readonly unknown[]): Promise<R[]>
}

/** The one seam over embedded PGlite and PostgreSQL; both speak the same SQL. */
export interface Database extends Sql {
  /** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** What pg-boss needs of it. */
  readonly queue: QueueDatabase
  close(): Promise<void>
}

/** How pg-boss is to reach the same database. */
export type QueueDatabase =
  | { kind: 'pglite'; pglite: import('@electric-sql/pglite').PGlite }
  | { kind: 'postgres'; connectionString: string }
