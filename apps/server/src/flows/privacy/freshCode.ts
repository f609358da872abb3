import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import {
  type CodeSender,
  type CodeTarget,
  getCustomer,
  maskValue,
  requestSignInCode,
  tryCode,
  useCode,
} from '../../modules/customers/index.ts';

/** Where a customer's code goes: what they proved, the mailbox before the telephone. Throws sign_in_required. */
async function targetOf(ctx: Ctx, customerId: string, sender: CodeSender): Promise<CodeTarget> {
  const proven = (await getCustomer(ctx, customerId))?.identifiers.filter((one) => one.state === 'verified') ?? [];
  const kinds = sender.hasTexts ? (['email', 'phone'] as const) : (['email'] as const);
  for (const kind of kinds) {
    const found = proven.find((one) => one.kind === kind);
    if (found) return { kind, value: found.value };
  }
  throw new AppError('sign_in_required');
}

/** A browser may be left open by whoever it belongs to: taking or erasing everything needs a code sent now. */
export async function sendFreshCode(ctx: Ctx, sender: CodeSender, customerId: string, address: string) {
  const to = await targetOf(ctx, customerId, sender);
  await requestSignInCode(ctx, sender, { to, address });
  return { to: maskValue(to.kind, to.value) };
}

/** Uses the code up. Throws code_invalid. */
export async function takeFreshCode(ctx: Ctx, sender: CodeSender, customerId: string, code: string): Promise<void> {
  const { codeId } = await tryCode(ctx, sender.config, { to: await targetOf(ctx, customerId, sender), code });
  await useCode(ctx, codeId);
}
