import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { AppError } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';
import { pictureUrl } from './checkPicture.ts';
import type { PictureContentType } from './types.ts';

export interface Media {
  contentType: PictureContentType;
  sha256: string;
  /** undefined when the caller has these very bytes. */
  content: Buffer | undefined;
}

/**
 * The bytes behind `/media/<id>.<ext>`; archived pictures too, because mails and cached pages show them.
 *
 * @param knownSha256 what the caller has: the same bytes are not read again
 * @throws AppError not_found
 */
export async function getMedia(ctx: Pick<Ctx, 'db'>, file: string, knownSha256: string | undefined): Promise<Media> {
  const id = file.slice(0, file.lastIndexOf('.'));
  if (isUuid(id)) {
    const { rows } = await sql<{ content_type: PictureContentType; sha256: string; content: Buffer | null }>`
      select content_type, sha256, case when sha256 is distinct from ${knownSha256 ?? null} then content end as content
      from catalogue.media where id = ${id}`.execute(ctx.db);
    const media = rows[0];
    if (media && pictureUrl(id, media.content_type) === `/media/${file}`) {
      return { contentType: media.content_type, sha256: media.sha256, content: media.content ?? undefined };
    }
  }
  throw new AppError('not_found', { detail: 'There is no such picture.' });
}
