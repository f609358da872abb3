import { Outlet } from 'react-router';

/** Pages stand inside; where one is missing or breaks, what is said instead stands inside as well. */
export default function InsideFrame() {
  return <Outlet />;
}

export { ErrorPage as ErrorBoundary } from './ErrorPage.tsx';
