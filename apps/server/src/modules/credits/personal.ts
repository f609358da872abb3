import { sql } from 'kysely';
import { type PersonalData, section } from '../../kernel/personal.ts';

/** A credit is whoever's who shows its code: it names nobody, so an erasure leaves it as it is. */
export const creditsPersonal: PersonalData = {
  async export(ctx, person) {
    return [
      await section(
        ctx,
        'storeCredits',
        sql`select jsonb_build_object('code', code, 'issued', issued, 'balance', balance, 'currency', currency,
            'expiresAt', expires_at) as row
          from credits.credit where subject_id = any(${[...person.subjectIds]}::uuid[]) order by created_at`,
      ),
    ];
  },
};
