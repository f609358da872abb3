import { type Api, unwrap } from '@throughline/client';
import { newKey } from '../../shared/api.ts';

const partBytes = 768 * 1024;

/** Sends a file in parts, so that the largest one is never in memory whole. Gives the id of its import. */
export async function sendFile(api: Api, file: File, onProgress: (share: number) => void): Promise<string> {
  const { id } = await unwrap(
    api.POST('/api/staff/customers/imports', {
      body: { fileName: file.name.slice(0, 200), bytes: file.size },
      headers: { 'idempotency-key': newKey() },
    }),
  );
  for (let n = 0; n * partBytes < file.size; n += 1) {
    const data = await base64(file.slice(n * partBytes, (n + 1) * partBytes));
    await unwrap(
      api.PUT('/api/staff/customers/imports/{id}/parts/{n}', { params: { path: { id, n } }, body: { data } }),
    );
    onProgress(Math.min(1, ((n + 1) * partBytes) / file.size));
  }
  await unwrap(api.POST('/api/staff/customers/imports/{id}/uploaded', { params: { path: { id } } }));
  return id;
}

const base64 = (part: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(part);
  });
