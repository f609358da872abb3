import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream } from 'react-dom/server';
import { type AppLoadContext, type EntryContext, ServerRouter } from 'react-router';
import { NonceContext } from './shared/nonce.ts';
import { ownScripts } from './shared/ownScripts.ts';

const giveUpAfterMs = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const language = new URL(request.url).pathname.split('/')[1];
  const own = { ...entry, manifest: ownScripts(entry.manifest, language) };
  return new Promise((resolve, reject) => {
    let shellReady = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext value={context.nonce}>
        <ServerRouter context={own} url={request.url} nonce={context.nonce} />
      </NonceContext>,
      {
        nonce: context.nonce,
        // The page goes out whole and in order: parts sent later would need scripts to be put in their places, and all
        // data is there before the rendering begins.
        progressiveChunkSize: Number.MAX_SAFE_INTEGER,
        onShellReady() {
          shellReady = true;
        },
        onAllReady() {
          const body = new PassThrough();
          headers.set('content-type', 'text/html; charset=utf-8');
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          // Before the shell the error is the answer; after it the page is under way and only the log can tell.
          if (shellReady) console.error(error);
        },
      },
    );
    setTimeout(abort, giveUpAfterMs).unref();
  });
}

/** Errors of loaders that no page made of them: the server's log has them with the request. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted) console.error(error);
}
