import type { Money } from '../../kernel/money.ts';
import { showCreditCode } from './creditCode.ts';

/** Money a customer has with the shop, behind a code. */
export interface Credit {
  id: string;
  /** `SC-7K42-MXA0-99QZ` */
  code: string;
  issued: Money;
  balance: Money;
  /** `excess`: more was paid than an order cost. */
  cause: 'return' | 'exchange' | 'excess';
  causeId: string;
  subjectId: string | null;
  locationId: string | null;
  createdAt: string;
  expiresAt: string;
  version: number;
}

export interface CreditRow {
  id: string;
  code: string;
  currency: string;
  issued: number;
  balance: number;
  cause: Credit['cause'];
  cause_id: string;
  subject_id: string | null;
  location_id: string | null;
  version: number;
  created_at: Date;
  expires_at: Date;
}

export const toCredit = (row: CreditRow): Credit => ({
  id: row.id,
  code: showCreditCode(row.code),
  issued: { amount: row.issued, currency: row.currency },
  balance: { amount: row.balance, currency: row.currency },
  cause: row.cause,
  causeId: row.cause_id,
  subjectId: row.subject_id,
  locationId: row.location_id,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  version: row.version,
});
