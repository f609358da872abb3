import { Type } from 'typebox';
import type { Ctx } from '../../kernel/context.ts';
import { staff } from '../../kernel/route.ts';
import { Nullable, Strict, Timestamp } from '../../kernel/schemas.ts';
import { ConditionSchema, DeductionSchema, ReturnSchema, RuleSchema } from '../../modules/returns/index.ts';
import { getRetailer } from '../../modules/settings/index.ts';
import type { TakenReturn } from './takeReturn.ts';

/** What the routes of returns share. */
export const tag = 'returns';

export const floor = staff('associate', 'manager', 'admin');

export const Token = Type.Optional(Type.String({ maxLength: 100, description: 'The guest’s way to the order' }));

export const Reason = Type.String({ minLength: 3, maxLength: 500 });

export const PayoutSchema = Type.Enum(['original', 'cash', 'store_credit'], {
  description: 'The way it was paid; in cash as far as the policy goes; on a code to spend later',
});

export const Deduction = Type.Optional(DeductionSchema);

export const TakenSchema = Strict({
  return: ReturnSchema,
  creditCode: Nullable(Type.String({ description: 'The code the customer takes along' })),
  refundPending: Type.Boolean({ description: 'The provider has not answered yet; it is asked again by itself' }),
});

export const PlaceSchema = Nullable(
  Strict({ name: Type.String(), line1: Type.String(), postcode: Type.String(), city: Type.String() }),
);

export const RuleAnswerSchema = Strict({
  rule: RuleSchema,
  applies: Type.Boolean(),
  until: Nullable(Timestamp),
  why: Nullable(Type.Enum(['not_distance', 'not_had_yet', 'too_late', 'excepted', 'condition'])),
  conditions: Nullable(Type.Array(ConditionSchema)),
});

export const toTaken = (taken: TakenReturn) => ({
  return: taken.return,
  creditCode: taken.credit?.code ?? null,
  refundPending: taken.refundPending,
});

export async function zoneOf(ctx: Ctx): Promise<string> {
  return (await getRetailer(ctx)).zone;
}
