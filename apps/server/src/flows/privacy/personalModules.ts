import type { Module } from '../../kernel/module.ts';
import type { PersonalData } from '../../kernel/personal.ts';

export interface PersonalModule {
  name: string;
  data: PersonalData;
}

/** Modules that hold data about people, from above: those below find the person for those above, so they forget last. */
export function personalModules(modules: readonly Module[]): PersonalModule[] {
  return modules
    .flatMap((module) => (module.personal ? [{ name: module.name, data: module.personal }] : []))
    .reverse()
    .sort((a, b) => rank(a.name) - rank(b.name));
}

/** Who somebody is stays known until everybody else is done; the kernel's leftovers may come from any of them. */
const rank = (name: string): number => (name === 'customers' ? 2 : name === 'kernel' ? 1 : 0);
