import { asSystem, type Ctx, type Language } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/database.ts';
import { AppError } from '../../kernel/errors.ts';
import type { StaffConfig } from './auth.ts';
import type { Member } from './member.ts';
import { hashStaffPassword, insertMember } from './saveMember.ts';
import { needsSetup, takeSetupCode } from './setupCode.ts';
import { signIn } from './signIn.ts';

export interface FirstAdministrator {
  code: string;
  email: string;
  name: string;
  password: string;
  language: Language;
}

/**
 * Makes the first administrator of a fresh instance and signs them in. Nobody can take over an instance that has, or ever
 * had, a member of staff, whatever code they hold.
 *
 * @throws AppError already_exists when somebody is staff here; code_invalid for a wrong, used or old code
 */
export async function setUpInstance(
  ctx: Ctx,
  input: FirstAdministrator,
  config: StaffConfig,
): Promise<{ member: Member; token: string }> {
  const refuseTakeover = async (within: Ctx) => {
    if (!(await needsSetup(within))) {
      throw new AppError('already_exists', {
        detail: 'This instance is set up already. Sign in, or ask its administrator to add you.',
      });
    }
  };
  await refuseTakeover(ctx);
  // Before the transaction: hashing takes 50 ms, and the code's row is locked in it.
  const hash = await hashStaffPassword(input.password);
  await inTransaction(asSystem(ctx, 'setup'), async (tx) => {
    if (!(await takeSetupCode(tx, input.code))) {
      // Somebody was quicker: then it is not the code that is wrong.
      await refuseTakeover(tx);
      throw new AppError('code_invalid', {
        detail: 'The code is wrong, was used, or is older than a day. Restart the server: it prints a new one.',
      });
    }
    await refuseTakeover(tx);
    await insertMember(
      tx,
      {
        email: input.email.trim().toLowerCase(),
        name: input.name,
        role: 'admin',
        locationIds: 'all',
        language: input.language,
      },
      hash,
    );
  });
  return signIn(ctx, input, config);
}
