import type { Language, StaffRole } from '../../kernel/context.ts';

/** A person of staff as others may see them. */
export interface Member {
  id: string;
  version: number;
  email: string;
  name: string;
  role: StaffRole;
  /** Where the member may act; 'all' for people who serve every location. */
  locationIds: string[] | 'all';
  language: Language;
  active: boolean;
  /** Whether they may take many people's or orders' data away as a file. */
  mayExport: boolean;
  /** RFC 3339 */
  createdAt: string;
}

export interface MemberRow {
  id: string;
  version: number;
  email: string;
  name: string;
  role: StaffRole;
  location_ids: string[] | null;
  language: Language;
  active: boolean;
  may_export: boolean;
  created_at: Date;
}

export function toMember(row: MemberRow): Member {
  return {
    id: row.id,
    version: row.version,
    email: row.email,
    name: row.name,
    role: row.role,
    locationIds: row.location_ids ?? 'all',
    language: row.language,
    active: row.active,
    mayExport: row.may_export,
    createdAt: row.created_at.toISOString(),
  };
}
