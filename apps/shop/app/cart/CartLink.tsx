import { Link } from 'react-router';
import { useLanguage } from '../shared/language.ts';

/** The way to the cart, with how many pieces are in it. */
export function CartLink({ pieces }: { pieces: number }) {
  const language = useLanguage();
  return <Link to={`/${language}/cart`}>{pieces}</Link>;
}
