import { staff, staffOf } from '../velora/staff.ts';

/** One for all staff of the demo: anybody may read it here, so it must never be used for anything else. */
export const demoPassword = 'velora-demo';

export interface SignIn {
  role: string;
  name: string;
  email: string;
  password: string;
}

/** Whom to sign in as on a fresh demo: an administrator, a manager, those who serve Kraków, and the agents. */
export function signIns(): SignIn[] {
  const admin = staff.filter((member) => member.role === 'admin').slice(0, 1);
  const krakow = staffOf('KRAKOW');
  const agents = staff.filter((member) => member.role === 'agent');
  return [...admin, ...krakow, ...agents].map((member) => ({
    role: member.locations.includes('KRAKOW') ? `${member.role}, Kraków` : member.role,
    name: `${member.firstName} ${member.lastName}`,
    email: member.email,
    password: demoPassword,
  }));
}
