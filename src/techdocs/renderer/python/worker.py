"""Renders docs sites for Callboard: one job a line in, JSON lines out. Imports MkDocs once, forks for every job.

Run as `python -I -B worker.py <sandboxed|open>`, with an empty environment, from a folder outside any repository. Reads only the
files that a job names. What a job's process says is passed on with a space in front of each line, so that it can never be
taken for what the worker says: the process may write nothing but its pipe, and dies at its limits without harm to the worker.
"""

import ctypes
import gc
import importlib.metadata
import json
import os
import platform
import resource
import select
import signal
import sys
import tempfile
import time


def die_with_parent():
    """Asks the kernel to end this process when the one that started it ends."""
    if platform.system() == "Linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def write_all(descriptor, data):
    """Writes all of the bytes."""
    while data:
        data = data[os.write(descriptor, data):]


def send_to(descriptor, message):
    """Writes one message as a line."""
    write_all(descriptor, json.dumps(message, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


def limit_child(limits):
    """Limits of one job: processor seconds, memory, no writing of files, no further processes."""
    seconds = max(1, int(limits["seconds"] + 0.999))
    for kind, soft, hard in (
        (resource.RLIMIT_CPU, seconds, seconds + 2),
        (resource.RLIMIT_AS, int(limits["megabytes"]) * 1024 * 1024, None),
        (resource.RLIMIT_FSIZE, 0, None),
        (resource.RLIMIT_CORE, 0, None),
        (resource.RLIMIT_NPROC, 0, None),
    ):
        try:
            resource.setrlimit(kind, (soft, soft if hard is None else hard))
        except (ValueError, OSError):
            pass  # macOS knows no address-space limit; the wall clock still holds.


def files_of(job):
    """Every file that a job may read."""
    return [entry["file"] for entry in job["files"] if "file" in entry] + list(job["snippets"]["files"].values())


def run_child(job, folder, output, sandboxed):
    """The forked process: renders, reports, exits. Never returns."""
    status = 1
    try:
        die_with_parent()
        os.close(0)
        os.close(OUTPUT)
        limit_child(job["limits"])
        if sandboxed:
            sandbox.close_in(files_of(job))
        rendering.render(job, folder, lambda message: send_to(output, message))
        status = 0
    except BaseException as error:  # noqa: BLE001 - the last line of defence
        send_to(output, {"type": "error", "detail": f"{type(error).__name__}: {error}"[:500]})
    finally:
        os._exit(status)


def pass_on(source, limits):
    """Hands on what a job's process says until it ends. Gives the limit that it broke, if any."""
    deadline = time.monotonic() + float(limits["wallSeconds"])
    left = int(limits["outputMegabytes"]) * 1024 * 1024
    write_all(OUTPUT, b" ")
    poll = select.poll()
    poll.register(source, select.POLLIN)
    while True:
        if not poll.poll(max(0, deadline - time.monotonic()) * 1000):
            return "time"
        data = os.read(source, 1 << 20)
        if not data:
            return None
        left -= len(data)
        if left < 0:
            return "output"
        write_all(OUTPUT, data.replace(b"\n", b"\n "))


def wait_for(child, seconds):
    """Waits for a process that has closed its pipe, not for ever."""
    deadline = time.monotonic() + seconds
    while True:
        ended, status, usage = os.wait4(child, os.WNOHANG)
        if ended:
            return status, usage
        if time.monotonic() > deadline:
            os.kill(child, signal.SIGKILL)
        time.sleep(0.001)


def run(job, folder, sandboxed):
    """Forks for one job, passes on what it says, reports how it ended."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        run_child(job, folder, writer, sandboxed)
    os.close(writer)
    broken = pass_on(reader, job["limits"])
    if broken:
        os.kill(child, signal.SIGKILL)
    os.close(reader)
    status, usage = wait_for(child, 1)
    if os.WIFSIGNALED(status) and not broken:
        broken = "processor" if os.WTERMSIG(status) == signal.SIGXCPU else None
    ended = f"signal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else f"exit {os.WEXITSTATUS(status)}"
    # The process may have died in the middle of a line.
    write_all(OUTPUT, b"\n")
    seconds, megabytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024
    done = {"type": "done", "ok": status == 0, "detail": ended, "broken": broken, "seconds": seconds, "megabytes": megabytes}
    send_to(OUTPUT, done)


def main(sandboxed):
    """Says hello, then serves jobs until standard input ends."""
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "docs"))
        os.mkdir(os.path.join(folder, "theme"))
        rendering.warm_up(folder)
        names = ("mkdocs", "Markdown", "pymdown-extensions", "Pygments", "mdx-truly-sane-lists", "mkdocs-material")
        ready = {"type": "ready", "versions": {name: version_of(name) for name in names}}
        if sandboxed:
            report = sandbox.report(folder)
            ready["sandbox"] = {**report, "reasons": [*UNCUT, *report["reasons"]]}
        send_to(OUTPUT, ready)
        # What is there now lives for ever: never walked through again, and its pages stay shared with every fork.
        gc.collect()
        gc.freeze()
        for line in sys.stdin.buffer:
            run(json.loads(line), folder, sandboxed)


def version_of(name):
    """Installed version of a package, or None."""
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


# Standard output carries messages only: whatever prints goes to standard error.
OUTPUT = os.dup(1)
os.dup2(2, 1)
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import sandbox  # noqa: E402 - only once this folder is on the path

SANDBOXED = sys.argv[1:] != ["open"]
CUT = sandbox.leave_network() if SANDBOXED else None
UNCUT = [CUT] if CUT else []
# A change of namespaces takes this wish back, so it comes after.
die_with_parent()
import rendering  # noqa: E402 - after the network is gone

if __name__ == "__main__":
    main(SANDBOXED)
