/** Any other address of a language: a page that says so, inside the frame, with status 404. */
export function loader(): never {
  throw new Response('', { status: 404 });
}

export default function Missing() {
  return null;
}
