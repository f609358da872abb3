/** A form as Stripe's clients send it: `line_items[0][price_data][currency]=pln` becomes nested objects and lists. */
export type FormValue = string | FormObject | FormValue[];
export interface FormObject {
  [name: string]: FormValue | undefined;
}

export function readForm(body: string): FormObject {
  const root: FormObject = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const path = [...name.matchAll(/[^[\]]+/g)].map(([part]) => part);
    let at: FormObject = root;
    for (const part of path.slice(0, -1)) {
      const next = at[part];
      const inner: FormObject = typeof next === 'object' && !Array.isArray(next) ? next : {};
      at[part] = inner;
      at = inner;
    }
    const last = path.at(-1);
    if (last !== undefined) at[last] = value;
  }
  return root;
}

export function textAt(form: FormObject, ...path: string[]): string | undefined {
  let at: FormValue | undefined = form;
  for (const part of path) at = typeof at === 'object' && !Array.isArray(at) ? at[part] : undefined;
  return typeof at === 'string' ? at : undefined;
}

/** A flat object of texts, such as metadata. */
export function textsAt(form: FormObject, ...path: string[]): Record<string, string> {
  let at: FormValue | undefined = form;
  for (const part of path) at = typeof at === 'object' && !Array.isArray(at) ? at[part] : undefined;
  if (typeof at !== 'object' || Array.isArray(at)) return {};
  return Object.fromEntries(
    Object.entries(at).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
