"""Runs OpenStack Swift with its S3 API on loopback: a proxy and the three storage servers, one replica, in a temporary folder.

Prints its ports as a line of JSON, then obeys lines on standard input (COMMANDS) and answers each with a line. When the input ends,
which is also when whoever started it dies, so do the servers, and the folder goes.
"""
import array
import ctypes
import json
import logging
import os
import shutil
import signal
import sys
import tempfile
import time

from eventlet import patcher

# As every server does, but once and before the servers' modules are there: their locks make it slow.
patcher.monkey_patch(all=False, socket=True, select=True, thread=True)

from swift.common import utils, wsgi
from swift.common.ring.ring import RingData
from swift.common.storage_policy import reload_storage_policies

SERVERS = ['account', 'container', 'object', 'proxy']
DEVICE = 'device'
PATIENCE = 30  # seconds; Swift's own half second for a connection is too short for a busy machine

CONFIG = """
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = {port}
workers = 0
swift_dir = {folder}
devices = {folder}
mount_check = false
fallocate_reserve = 0
conn_timeout = {patience}
node_timeout = {patience}
container_update_timeout = {patience}

[pipeline:main]
pipeline = {pipeline}

[app:{name}-server]
use = egg:swift#{name}
account_autocreate = true
error_suppression_interval = 0
"""

# No cache answers, so all that is asked is answered from the disk; but tempauth insists on the filter.
# A user is user_ACCOUNT_NAME = SECRET GROUPS.
FILTERS = {
    'catch_errors': '',
    'gatekeeper': '',
    'memcache': 'memcache_servers = 127.0.0.1:0',
    'listing_formats': '',
    's3api': '',
    'tempauth': 'user_test_owner = owner-secret .admin\nuser_test_guest = guest-secret',
    'copy': '',
    'container_quotas': '',
    'slo': '',
}

socket = patcher.original('socket')
PR_SET_PDEATHSIG = 1
libc = ctypes.CDLL(None)


def reserve_port():
    """A socket whose port stays ours: bound, but deaf, so that a server may listen there, and nobody answers when it is dead."""
    reserved = socket.socket()
    reserved.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    reserved.bind(('127.0.0.1', 0))
    return reserved


class Cluster:
    def __init__(self, folder):
        self.folder = folder
        self.reserved = [reserve_port() for _ in SERVERS]
        self.ports = dict(zip(SERVERS, [reserved.getsockname()[1] for reserved in self.reserved]))
        self.pids = {}
        os.mkdir(self.path(DEVICE))
        os.setxattr(self.path(DEVICE), 'user.edxgen', b'')  # Swift needs such attributes: better to fail here, by name
        self.write('swift.conf', '[swift-hash]\nswift_hash_path_suffix = edxgen\n')
        for name in SERVERS:
            self.configure(name)
        utils.set_swift_dir(folder)
        reload_storage_policies()

    def configure(self, name):
        filters = FILTERS if name == 'proxy' else {}
        sections = [f'[filter:{key}]\nuse = egg:swift#{key}\n{options}\n' for key, options in filters.items()]
        config = CONFIG.format(name=name, port=self.ports[name], folder=self.folder, patience=PATIENCE,
                               pipeline=' '.join([*filters, f'{name}-server']))
        self.write(f'{name}.conf', '\n'.join([config, *sections]))
        if name != 'proxy':
            address = {'ip': '127.0.0.1', 'port': self.ports[name]}
            device = {'id': 0, 'region': 1, 'zone': 1, 'weight': 1.0, 'device': DEVICE, 'meta': '', **address,
                      **{f'replication_{key}': value for key, value in address.items()}}
            RingData([array.array('H', [0])], [device], part_shift=32).save(self.path(f'{name}.ring.gz'))

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), 'w') as file:
            file.write(text)

    def start(self, *names):
        """Starts servers and returns when they listen."""
        for name in names:
            self.pids[name] = os.fork() or self.be(name)
        for name in names:
            self.wait_for(name)

    def wait_for(self, name):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with socket.socket() as client:
                if client.connect_ex(('127.0.0.1', self.ports[name])) == 0:
                    return
            if os.waitpid(self.pids[name], os.WNOHANG)[0]:
                del self.pids[name]
                break
            time.sleep(0.02)
        raise RuntimeError(f'no {name} server answers on port {self.ports[name]}')

    def be(self, name):
        """Turns this process, a fork, into a server that dies with its parent. Never returns."""
        try:
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
            log = os.open(self.path(f'{name}.log'), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            for descriptor, target in enumerate([os.open(os.devnull, os.O_RDONLY), log, log]):
                os.dup2(target, descriptor)
            wsgi.run_wsgi(self.path(f'{name}.conf'), f'{name}-server')
        except BaseException:
            logging.exception(name)
        finally:
            os._exit(1)

    def signal(self, number, *names):
        for name in names:
            os.kill(self.pids[name], number)

    def kill(self, *names):
        self.signal(signal.SIGKILL, *names)
        for name in names:
            os.waitpid(self.pids.pop(name), 0)

    def log_ends(self):
        for name in SERVERS:
            with open(self.path(f'{name}.log'), 'a+') as log:
                log.seek(0)
                yield f'--- {name}.log\n' + ''.join(log.readlines()[-30:])


COMMANDS = {
    'kill': lambda cluster: cluster.kill('proxy'),
    'start': lambda cluster: cluster.start('proxy'),
    'pause': lambda cluster: cluster.signal(signal.SIGSTOP, 'proxy'),
    'resume': lambda cluster: cluster.signal(signal.SIGCONT, 'proxy'),
}


def main(folder):
    cluster = Cluster(folder)
    try:
        cluster.start(*SERVERS)
        print(json.dumps(cluster.ports), flush=True)
        for command in sys.stdin:
            COMMANDS[command.strip()](cluster)
            print('done', flush=True)
    except Exception:
        print(*cluster.log_ends(), sep='\n', file=sys.stderr)
        raise
    finally:
        cluster.kill(*cluster.pids)


# Swift logs to the machine's syslog; here to standard error, which is a file of the folder.
utils.ThreadSafeSysLogHandler = lambda **_: logging.StreamHandler()
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
folder = tempfile.mkdtemp(prefix='edxgen-swift-')
try:
    main(folder)
finally:
    shutil.rmtree(folder)
