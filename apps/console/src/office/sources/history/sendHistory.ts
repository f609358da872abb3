import { type Api, ProblemError, unwrap } from '@throughline/client';
import { newKey } from '../../../shared/api.ts';

const sliceBytes = 4 * 1024 * 1024;
const triesASlice = 5;

/** Begins an import; gives its id. */
export async function openHistory(api: Api, file: File): Promise<string> {
  const { id } = await unwrap(
    api.POST('/api/staff/history-imports', {
      body: { fileName: file.name.slice(0, 200), bytes: file.size },
      headers: { 'idempotency-key': newKey() },
    }),
  );
  return id;
}

/** Sends a file, or the rest of one, a slice at a time. A slice whose answer was lost is asked after, and sent on from there. */
export async function sendHistory(
  api: Api,
  id: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<void> {
  const path = { id };
  let tries = 0;
  let { uploaded } = await unwrap(api.GET('/api/staff/history-imports/{id}', { params: { path } }));
  while (uploaded < file.size) {
    onProgress(uploaded / file.size);
    try {
      const answer = await unwrap(
        api.PUT('/api/staff/history-imports/{id}/file', {
          params: { path, query: { offset: uploaded } },
          ...asBytes(file.slice(uploaded, uploaded + sliceBytes)),
        }),
      );
      uploaded = answer.uploaded;
      tries = 0;
    } catch (error) {
      tries += 1;
      if (!(error instanceof ProblemError) || error.code !== 'offline' || tries >= triesASlice) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000 * tries));
      uploaded = await unwrap(api.GET('/api/staff/history-imports/{id}', { params: { path } }))
        .then((found) => found.uploaded)
        .catch(() => uploaded);
    }
  }
}

/** The document knows no schema of bytes. */
const asBytes = (slice: Blob) => ({
  body: slice as never,
  bodySerializer: (body: unknown) => body as Blob,
  headers: { 'content-type': 'application/octet-stream' },
});
