import { isRouteErrorResponse, useRouteError } from 'react-router';

/** What a visitor sees where there is no page, or where something of ours broke. */
export function ErrorPage() {
  const error = useRouteError();
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return <main>{missing ? 'Nothing is here.' : 'Something broke on our side.'}</main>;
}
