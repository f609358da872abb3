import type { Readable } from 'node:stream';

/** A table of the copy: where it goes and what its lines hold. */
export interface KeptTable {
  /** `schema.table` */
  name: string;
  columns: readonly string[];
}

/** What is told about a copy, before its rows. */
export interface Shape {
  /** When the copy was true. */
  madeAt: string;
  migrations: readonly { id: string; checksum: string }[];
  /** In an order in which every row finds what it refers to. */
  tables: readonly KeptTable[];
  /** Tables are split by day or week while they are used, so a copy has to bring the parts. */
  partitions: readonly { parent: string; name: string; bounds: string }[];
  sequences: readonly { name: string; value: string }[];
  /** Background work that had not been done yet. */
  jobs: readonly { name: string; data: object }[];
}

/** Whence data comes: a database at one moment, or a backup. Lines are those of PostgreSQL's COPY, as text. */
export interface Source {
  shape: Shape;
  rowsOf(table: KeptTable): Promise<Readable>;
  close(): Promise<void>;
}

/** A copy that cannot be made or used; its message is shown to the operator as it is. */
export class KeepError extends Error {}
