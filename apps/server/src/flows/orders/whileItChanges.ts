import { AppError } from '../../kernel/errors.ts';

/** Tries anew, from the reading on, what found that somebody else had changed the order meanwhile. */
export async function whileItChanges<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      const isOvertaken =
        error instanceof AppError && (error.code === 'version_conflict' || error.code === 'reservation_not_held');
      if (!isOvertaken || attempt >= 3) throw error;
    }
  }
}
