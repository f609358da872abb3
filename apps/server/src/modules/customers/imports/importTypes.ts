import type { Language } from '../../../kernel/context.ts';

export const importStates = [
  'uploading',
  'mapping',
  'checking',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
  'failed',
] as const;
export type ImportState = (typeof importStates)[number];

/** What a column of the file may say. `trait:<name>` is one of the catalogue. */
export const plainFields = [
  'email',
  'phone',
  'loyalty',
  'given_name',
  'family_name',
  'full_name',
  'language',
  'tags',
  'consent_email',
  'consent_sms',
  'consent_source',
  'consent_at',
] as const;
export type PlainField = (typeof plainFields)[number];
export type ImportField = PlainField | `trait:${string}`;

export interface ImportOptions {
  /** ISO 3166: whose telephones those without a country are. */
  country: string;
  language: Language;
}

/** What becomes of a row whose person is here already, and of one where that is not sure. */
export interface ImportChoice {
  onFound: 'fill' | 'skip' | 'new';
  onDoubt: 'skip' | 'new';
}

export interface FileColumn {
  name: string;
  samples: string[];
}

/** Why a cell, or the row with it, could not be taken; `column` as the file calls it. */
export interface RowFault {
  field: string;
  rule: FaultRule;
  column?: string;
}
export const faultRules = [
  'no_contact',
  'email_invalid',
  'phone_invalid',
  'phone_rounded',
  'loyalty_invalid',
  'too_long',
  'formula',
  'language_unknown',
  'consent_unclear',
  'consent_without_proof',
  'consent_date_invalid',
  'trait_invalid',
  'erased',
  'columns_differ',
] as const;
export type FaultRule = (typeof faultRules)[number];

export interface RowFields {
  email?: string;
  phone?: string;
  loyalty?: string;
  givenName?: string;
  familyName?: string;
  language?: Language;
  tags?: string[];
  traits?: Record<string, string | number | boolean>;
  consents?: { channel: 'email' | 'sms'; isGiven: boolean }[];
  consentSource?: string;
  /** RFC 3339 */
  consentAt?: string;
}

export interface ReadRow {
  fields: RowFields;
  faults: RowFault[];
  /** Nothing of it can be kept. */
  isRefused: boolean;
}

export interface ImportRow {
  id: string;
  version: number;
  state: ImportState;
  file_name: string;
  bytes: number;
  digest: string | null;
  encoding: string | null;
  delimiter: string | null;
  columns: FileColumn[];
  mapping: (ImportField | null)[];
  options: Partial<ImportOptions>;
  choice: ImportChoice | null;
  line: number;
  done: number;
  total: number | null;
  counts: Partial<Record<string, number>>;
  fault: string | null;
  created_at: Date;
  created_by: string;
  applied_at: Date | null;
  worked_at: Date;
}

/** By which everything an import wrote is known, and taken back. */
export const sourceOf = (importId: string): string => `import:${importId}`;
