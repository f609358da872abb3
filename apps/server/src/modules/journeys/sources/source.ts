import type { Channel } from '../../../kernel/context.ts';

/** A site, an app or a till system that may send events. */
export interface Source {
  id: string;
  /** Also the `source` under which its anonymous people are known (customers): 'web' is the web shop. */
  name: string;
  /** What people call it; the name until somebody gave it another. */
  label: string;
  writeKey: string;
  /** The key before this one: works until it is switched off. */
  oldWriteKey: string | null;
  /** Where its events happen, unless an event says so itself in `context.channel`. */
  channel: Channel;
  /** Origins of browsers that may send; empty = any. */
  allowedOrigins: string[];
  /** Events that do not say that their person agreed are counted and not kept. */
  requiresConsent: boolean;
  createdAt: string;
  disabledAt: string | null;
}

export interface SourceRow {
  id: string;
  name: string;
  write_key: string;
  channel: Channel;
  allowed_origins: string[];
  requires_consent: boolean;
  created_at: Date;
  disabled_at: Date | null;
  label: string | null;
  old_write_key: string | null;
}

export function toSource(row: SourceRow): Source {
  return {
    id: row.id,
    name: row.name,
    label: row.label ?? row.name,
    writeKey: row.write_key,
    oldWriteKey: row.old_write_key,
    channel: row.channel,
    allowedOrigins: row.allowed_origins,
    requiresConsent: row.requires_consent,
    createdAt: row.created_at.toISOString(),
    disabledAt: row.disabled_at?.toISOString() ?? null,
  };
}
