"""Renders docs sites for Callboard: one job a line in, JSON lines out. Imports MkDocs once, forks for every job.

Run as `python -I -B worker.py`, with an empty environment, from a folder outside any repository. Reads only the files that a
job names. A job's child may write nothing but its pipe, and dies at its limits without harm to the worker.
"""

import ctypes
import importlib.metadata
import json
import os
import platform
import resource
import signal
import sys
import tempfile


def cut_network():
    """Moves this process into a network namespace of its own, which has no way out. Says whether that worked."""
    if platform.system() != "Linux":
        return False
    clone_newuser, clone_newnet = 0x10000000, 0x40000000
    libc = ctypes.CDLL(None, use_errno=True)
    return libc.unshare(clone_newuser | clone_newnet) == 0 or libc.unshare(clone_newnet) == 0


def die_with_parent():
    """Asks the kernel to end this process when the one that started it ends."""
    if platform.system() == "Linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def send(message):
    """Writes one message to the real standard output."""
    data = json.dumps(message).encode("ascii") + b"\n"
    while data:
        data = data[os.write(OUTPUT, data):]


def limit_child(limits):
    """Limits of one job: processor seconds, memory, no writing of files, no further processes."""
    seconds = max(1, int(limits["seconds"]))
    for kind, value in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, int(limits["megabytes"]) * 1024 * 1024),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        try:
            resource.setrlimit(kind, (value, value))
        except (ValueError, OSError):
            pass  # macOS knows no address-space limit; the wall clock still holds.


def run_child(job, folder):
    """The forked process: renders, reports, exits. Never returns."""
    status = 1
    try:
        die_with_parent()
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        os.close(0)
        limit_child(job["limits"])
        rendering.render(job, folder, send)
        status = 0
    except BaseException as error:  # noqa: BLE001 - the last line of defence
        send({"type": "error", "detail": f"{type(error).__name__}: {error}"[:500]})
    finally:
        os._exit(status)


def run(job, folder):
    """Forks for one job, waits for it no longer than its wall time, reports how it ended."""
    child = os.fork()
    if child == 0:
        run_child(job, folder)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.setitimer(signal.ITIMER_REAL, float(job["limits"]["seconds"]))
    _, status, usage = os.wait4(child, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    # The child may have died in the middle of a line.
    os.write(OUTPUT, b"\n")
    ended = f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else f"exit {os.WEXITSTATUS(status)}"
    send({"type": "done", "ok": status == 0, "detail": ended, "megabytes": usage.ru_maxrss // 1024})


def main():
    """Says hello, then serves jobs until standard input ends."""
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "docs"))
        os.mkdir(os.path.join(folder, "theme"))
        rendering.warm_up(folder)
        names = ("mkdocs", "Markdown", "pymdown-extensions", "Pygments", "mdx-truly-sane-lists", "mkdocs-material")
        send({"type": "ready", "network": NETWORK, "versions": {name: version_of(name) for name in names}})
        for line in sys.stdin.buffer:
            run(json.loads(line), folder)


def version_of(name):
    """Installed version of a package, or None."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


die_with_parent()
# Standard output carries messages only: whatever prints goes to standard error.
OUTPUT = os.dup(1)
os.dup2(2, 1)
NETWORK = not cut_network()
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import rendering  # noqa: E402 - after the network is gone

if __name__ == "__main__":
    main()
