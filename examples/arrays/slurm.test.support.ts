/** A real Slurm of one node with two processors, for tests of job arrays: Debian's daemons in a temporary folder, gone with the tests. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { hostname, tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

export interface Slurm {
  /** Where the tasks of a job are, such as RUNNING, by index; a job without an array has one, called N/A. Finished ones are remembered. */
  states(job: string): Promise<Record<string, string>>;
  /** The processes of a task of an array. */
  processes(job: string, task: number): TaskProcess[];
  /** How many times each task of an array has been started, by index. */
  starts(job: string): Promise<Record<string, number>>;
  /** Runs a shell command in which Slurm's programs know this Slurm; gives its standard output. */
  shell(command: string, cwd?: string, env?: NodeJS.ProcessEnv): Promise<string>;
  /** Ends the daemons and all that they have started, and removes their folder. */
  stop(): Promise<void>;
}

interface TaskProcess {
  readonly pid: number;
  readonly command: string;
  /** Bytes, to files and to sockets. */
  readonly written: number;
}

const PROGRAMS = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'squeue', 'scontrol', 'sinfo'];
const INSTALL = 'apt-get install --no-install-recommends slurmctld slurmd slurm-client munge';
const LOGS = ['guard.log', 'munge.log', 'slurmctld.log', 'slurmd.log'];

/** What runs the tests may itself be a job, whose variables are not for the jobs of the tests. */
const outside = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(SLURM|SBATCH)_/.test(name)));
const surroundings: NodeJS.ProcessEnv = {
  ...outside,
  PATH: [process.env['PATH'] ?? '', '/usr/sbin', '/usr/bin'].join(delimiter),
};

/**
 * Keeps the daemons until its standard input ends: when Slurm is to stop, and when the tests are killed. Then it kills every
 * process that has this Slurm's configuration in its environment: the daemons, and the jobs, which outlive them.
 */
const GUARD = `
cd "$1" || exit
with() { SLURM_CONF=$1/slurm.conf "$\{@:2}"; }
with "$1" munged --force --key-file "$1/munge.key" --socket "$1/munge.socket" --pid-file "$1/munge.pid" --log-file "$1/munge.log" --seed-file "$1/munge.seed"
with "$1" slurmctld -D -i &
with "$1" slurmd -D -N node &
cat
while pids=$(grep -lzsFx "SLURM_CONF=$1/slurm.conf" /proc/[0-9]*/environ | cut -d / -f 3) && [ "$pids" ]; do kill -9 $pids; sleep 0.05; done
cd / && rm -rf "$1"`;

/** No accounting and no cgroups; jobs start as soon as there is a processor, a requeued one within seconds of its end (cred_expire). */
function configuration(folder: string, controllerPort: number, nodePort: number): string {
  // slurmctld asks for the machine's own name, which may have no address.
  const host = hostname().split('.')[0]!;
  const user = userInfo().username;
  return `ClusterName=edxgen
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=${controllerPort}
SlurmdPort=${nodePort}
SlurmUser=${user}
SlurmdUser=${user}
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=${folder}/munge.socket,cred_expire=5
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
SlurmctldLogFile=${folder}/slurmctld.log
SlurmdLogFile=${folder}/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
PropagateResourceLimits=NONE
JobRequeue=1
KillWait=1
MinJobAge=3600
SchedulerType=sched/builtin
SchedulerParameters=sched_interval=1,batch_sched_delay=0,sched_min_interval=0
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
NodeName=node NodeHostname=${host} NodeAddr=127.0.0.1 CPUs=2 RealMemory=1000000
PartitionName=all Nodes=node Default=YES MaxTime=INFINITE State=UP
`;
}

/** As many ports as asked for that nobody listens to. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** The last lines of every log, to be read when Slurm does not start. */
const endsOfLogs = (folder: string): string =>
  LOGS.map(
    (name) =>
      `--- ${name}\n${existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').split('\n').slice(-15).join('\n') : 'is not there'}`,
  ).join('\n');

/** What the system tells of a process; nothing when it has just ended. */
function told(pid: number, name: 'environ' | 'cmdline' | 'io'): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Starts a Slurm, in about a second.
 *
 * @throws Error that says what is missing and how it is installed, or the ends of the logs of a Slurm that does not come up
 */
export async function startSlurm(): Promise<Slurm> {
  const folders = surroundings['PATH']!.split(delimiter);
  const missing = PROGRAMS.filter((program) => !folders.some((folder) => existsSync(join(folder, program))));
  if (missing.length > 0)
    throw new Error(`these tests run on a real Slurm, and there is no ${missing.join(', ')}: ${INSTALL}`);
  const folder = mkdtempSync(join(tmpdir(), 'edxgen-slurm-'));
  chmodSync(folder, 0o755);
  const [controllerPort, nodePort] = await freePorts(2);
  writeFileSync(join(folder, 'slurm.conf'), configuration(folder, controllerPort!, nodePort!));
  writeFileSync(join(folder, 'munge.key'), 'a key for tests only, long enough for munge', { mode: 0o600 });
  const log = openSync(join(folder, 'guard.log'), 'a');
  // In a session of its own, so that what ends the tests does not end their guard.
  const guard = spawn('bash', ['-c', GUARD, 'guard', folder], {
    detached: true,
    env: surroundings,
    stdio: ['pipe', log, log],
  });
  const slurm = clientOf(folder, guard);
  const deadline = Date.now() + 30_000;
  while ((await slurm.shell('sinfo --noheader --format=%T').catch(() => '')) !== 'idle\n') {
    if (Date.now() > deadline || guard.exitCode !== null) {
      const why = endsOfLogs(folder);
      await slurm.stop();
      throw new Error(`Slurm has not started\n${why}`);
    }
    await sleep(50);
  }
  return slurm;
}

function clientOf(folder: string, guard: ChildProcess): Slurm {
  const SLURM_CONF = join(folder, 'slurm.conf');
  const shell: Slurm['shell'] = async (command, cwd = folder, env = {}) =>
    (await promisify(execFile)('bash', ['-e', '-c', command], { cwd, env: { ...surroundings, ...env, SLURM_CONF } }))
      .stdout;
  return {
    shell,
    states: async (job) => {
      const lines = (await shell(`squeue --noheader --array --states=all --jobs=${job} --format='%K %T'`))
        .trim()
        .split('\n');
      return Object.fromEntries(lines.map((line) => line.split(' ')));
    },
    processes: (job, task) => {
      const marks = [`SLURM_CONF=${SLURM_CONF}`, `SLURM_ARRAY_JOB_ID=${job}`, `SLURM_ARRAY_TASK_ID=${task}`];
      const pids = readdirSync('/proc')
        .map(Number)
        .filter((pid) => Number.isInteger(pid));
      return pids
        .filter((pid) => {
          const environment = told(pid, 'environ').split('\0');
          return marks.every((mark) => environment.includes(mark));
        })
        .map((pid) => ({
          pid,
          command: told(pid, 'cmdline').replaceAll('\0', ' ').trim(),
          written: Number(/^wchar: (\d+)$/m.exec(told(pid, 'io'))?.[1] ?? 0),
        }));
    },
    starts: async (job) => {
      const tasks = (await shell(`scontrol --oneliner show job ${job}`)).matchAll(
        /ArrayTaskId=(\d+) .* Restarts=(\d+)/g,
      );
      return Object.fromEntries(Array.from(tasks, ([, task, restarts]) => [task, Number(restarts) + 1]));
    },
    stop: async () => {
      guard.stdin!.end();
      if (guard.exitCode === null) await once(guard, 'exit');
    },
  };
}
