// What a running program may lack to do its work for people. The French sentence of each is in locale/readiness.ts.
export type Lack =
  /** The database is being opened, perhaps brought up to date. */
  | { readonly code: 'starting' }
  /** A backup is being put into the database. */
  | { readonly code: 'restoring' }
  /** Told to stop: what is under way ends, nothing new begins. */
  | { readonly code: 'draining' }
  /** The database does not answer. */
  | { readonly code: 'database' }
  /** Work that processes share does not come; the database answers. */
  | { readonly code: 'queue' }
  /** It has its token and no connection. */
  | { readonly code: 'platform'; readonly platform: string }
