import office from '../office/office.module.css';
import { CustomerPage } from './CustomerPage.tsx';

/** The page of a person outside of the Office's frame. */
export function CustomerAlone() {
  return (
    <main className={office.screen}>
      <CustomerPage />
    </main>
  );
}
