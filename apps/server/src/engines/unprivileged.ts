import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { chown, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from './engineError.ts';
import { ensureLibraryLinks } from './libraryLinks.ts';
import { findUnprivilegedUser, homeOutside, reachablePrograms, readOutside, type User } from './outsideHome.ts';
import { runToEnd } from './runToEnd.ts';

/** A way to run PostgreSQL's programs as somebody other than root, which PostgreSQL refuses. */
export interface Launcher {
  /** For the log. */
  readonly description: string;
  /** The folder the cluster lives in; not always the data folder, see {@link chooseLauncher}. */
  readonly clusterHome: string;
  spawn(program: 'postgres' | 'initdb', args: readonly string[], options?: SpawnOptions): ChildProcess;
  /** Gives a file or folder to the user PostgreSQL runs as. */
  handOver(path: string): Promise<void>;
}

export interface LauncherChoice {
  nativeDir: string;
  /** Absolute. */
  dataDir: string;
  /** Where root puts what an unprivileged user must reach; by default /var/lib/throughline. */
  outsideDir?: string | undefined;
  log: (line: string) => void;
  /** Leaves user namespaces out, as a kernel that refuses them would. For tests. */
  withoutUserNamespaces?: boolean | undefined;
}

/** uid and gid of `nobody` inside the user namespace; any number but 0 would do. */
const NAMESPACE_USER = 65534;

const advice = 'Start Throughline as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own';

/**
 * Chooses how to run PostgreSQL:
 * - as an ordinary user: as that user;
 * - as root, in a user namespace that maps root to `nobody`: no user is made, no owner changed, and a clone under a
 *   folder only root may enter works, because to the kernel it is still root's process, without its capabilities;
 * - as root where user namespaces are refused (many containers): as an existing unprivileged user. What that user cannot
 *   reach is put where it can: see outsideHome.ts.
 *
 * @throws EngineError when none of these works, or the cluster belongs to somebody else
 */
export async function chooseLauncher(choice: LauncherChoice): Promise<Launcher> {
  const uid = process.getuid?.();
  const outside = await readOutside(choice.dataDir);
  const home = outside?.home ?? choice.dataDir;
  const owner = await ownerOf(join(home, 'postgres'));
  if (uid !== undefined && owner !== undefined && owner.uid !== uid && owner.uid !== outside?.user.uid) {
    const whose = owner.uid === 0 ? 'root' : `user ${owner.uid}`;
    throw new EngineError(`The database in ${home} belongs to ${whose}. Start Throughline as that user.`);
  }
  const libraryPath = await ensureLibraryLinks(choice.nativeDir, join(choice.dataDir, 'postgres-libraries'));
  const { nativeDir } = choice;
  if (uid !== 0) return makeLauncher({ description: 'as this user', nativeDir, clusterHome: home, libraryPath });
  if (owner === undefined || owner.uid === 0) {
    const prefix = ['unshare', '-U', `--map-user=${NAMESPACE_USER}`, `--map-group=${NAMESPACE_USER}`];
    const namespaced = makeLauncher({
      description: 'in a user namespace',
      nativeDir,
      clusterHome: home,
      libraryPath,
      prefix,
    });
    if (choice.withoutUserNamespaces !== true && (await canRun(namespaced))) return namespaced;
    if (owner !== undefined) {
      throw new EngineError(
        `The database in ${home} was made where user namespaces are allowed, and here they are not. Allow them, or set DATABASE_URL to a PostgreSQL of your own.`,
      );
    }
  }
  return asExistingUser(choice, libraryPath, outside?.user);
}

async function asExistingUser(
  choice: LauncherChoice,
  libraryPath: string | undefined,
  known: User | undefined,
): Promise<Launcher> {
  const user = known ?? (await findUnprivilegedUser());
  if (user === undefined) {
    throw new EngineError(`PostgreSQL does not run as root, and this system has no user "nobody". ${advice}.`);
  }
  const description = `as user ${user.uid}`;
  const { dataDir } = choice;
  let launcher = makeLauncher({ description, nativeDir: choice.nativeDir, clusterHome: dataDir, libraryPath, user });
  let settled: { nativeDir: string; libraryPath: string | undefined } = { nativeDir: choice.nativeDir, libraryPath };
  if (!(await canRun(launcher))) {
    settled = {
      nativeDir: await reachablePrograms(choice.nativeDir, dataDir, user, choice.outsideDir),
      libraryPath: undefined,
    };
    launcher = makeLauncher({ description, ...settled, clusterHome: dataDir, user });
    if (!(await canRun(launcher))) {
      throw new EngineError(
        `PostgreSQL runs neither as root nor as user ${user.uid} from ${settled.nativeDir}. ${advice}.`,
      );
    }
  }
  const clusterHome = await homeOutside(dataDir, user, choice.outsideDir);
  if (clusterHome === undefined) {
    throw new EngineError(`PostgreSQL would run as user ${user.uid}, who cannot enter ${dataDir}. ${advice}.`);
  }
  if (clusterHome !== dataDir)
    choice.log(`PostgreSQL runs as user ${user.uid}, who cannot enter ${dataDir}: its data is in ${clusterHome}.`);
  return makeLauncher({ description, ...settled, clusterHome, user });
}

interface LauncherParts {
  description: string;
  nativeDir: string;
  clusterHome: string;
  libraryPath: string | undefined;
  prefix?: readonly string[];
  user?: User;
}

function makeLauncher({
  description,
  nativeDir,
  clusterHome,
  libraryPath,
  prefix = [],
  user,
}: LauncherParts): Launcher {
  return {
    description,
    clusterHome,
    spawn(program, args, options = {}) {
      const [command = '', ...rest] = [...prefix, join(nativeDir, 'bin', program), ...args];
      return spawn(command, rest, {
        ...options,
        cwd: '/',
        // None of the caller's PG* variables may reach the programs: PGDATA or PGPORT would redirect them.
        env: {
          PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin',
          LC_ALL: 'C',
          TZ: 'UTC',
          ...(libraryPath === undefined ? {} : { LD_LIBRARY_PATH: libraryPath, DYLD_LIBRARY_PATH: libraryPath }),
        },
        ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
      });
    },
    async handOver(path) {
      if (user !== undefined) await chown(path, user.uid, user.gid);
    },
  };
}

async function canRun(launcher: Launcher): Promise<boolean> {
  const start = () => launcher.spawn('postgres', ['--version'], { stdio: ['ignore', 'pipe', 'pipe'] });
  return (await runToEnd(start, 10_000)).code === 0;
}

async function ownerOf(path: string): Promise<User | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? undefined : { uid: found.uid, gid: found.gid };
}
