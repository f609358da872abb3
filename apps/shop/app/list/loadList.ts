import { type Answer, type Api, ProblemError, unwrap } from '@throughline/client';
import { readChosenStore } from '../shared/chosenStore.ts';
import { type ListState, readListState, toSearchQuery } from './filterState.ts';

export interface ListData {
  state: ListState;
  found: Answer<'/api/shop/search', 'get'>;
}

/** What a list's address asks for. An address somebody made up is an empty list's at worst, never an error. */
export async function loadList(
  api: Api,
  request: Request,
  url: URL,
  fixed: { category?: string; reduced?: true } = {},
): Promise<ListData> {
  const state = { ...readListState(url.searchParams), ...(fixed.reduced ? { reduced: true } : {}) };
  const near = readChosenStore(request)?.near;
  const query = toSearchQuery(state, { category: fixed.category, near });
  try {
    const found = await unwrap(api.GET('/api/shop/search', { params: { query } }));
    // Later parts come without filters, which are shown all the same.
    if (!state.cursor) return { state, found };
    const { cursor: _, ...first } = query;
    const whole = await unwrap(api.GET('/api/shop/search', { params: { query: { ...first, limit: 1 } } }));
    return { state, found: { ...found, facets: whole.facets, total: whole.total } };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.code === 'not_found' && !state.availableAt) throw new Response('', { status: 404 });
    if (!['not_found', 'invalid_request', 'invalid_cursor'].includes(error.code)) throw error;
    // A store that is no more, a cursor of last year: the list from its beginning, without them.
    const plain = { ...state, availableAt: undefined, cursor: undefined, ranges: {} };
    const found = await unwrap(
      api.GET('/api/shop/search', {
        params: { query: toSearchQuery(plain, { category: fixed.category, near }) },
      }),
    ).catch((again: unknown) => {
      if (again instanceof ProblemError && again.code === 'not_found') throw new Response('', { status: 404 });
      throw again;
    });
    return { state: plain, found };
  }
}
