"""What a job may do: read the files that it names, compute, and write to its pipe. Layers, each used where the system has it.

A user and network namespace of the worker's own, Landlock for files, seccomp for system calls, no capabilities, an empty
environment. What holds in the end is not believed but tried, by `report`.
"""

import ctypes
import json
import os
import platform
import socket
import struct
import sys

import landlock
import seccomp

LINUX = platform.system() == "Linux"
HERE = os.path.dirname(os.path.abspath(__file__))


def libc():
    """The C library of this process."""
    return ctypes.CDLL(None, use_errno=True)


def leave_network():
    """Moves the worker into namespaces that have no way out. Gives the reason where the system does not allow it."""
    if not LINUX:
        return f"{platform.system()} has no namespaces"
    new_user, new_network = 0x10000000, 0x40000000
    library = libc()
    if library.unshare(new_user | new_network) == 0 or library.unshare(new_network) == 0:
        return None
    return f"no network namespace: {os.strerror(ctypes.get_errno())}"


def drop_capabilities(library):
    """Gives up whatever the user's name or a namespace allows beyond plain permissions."""
    version_3 = struct.pack("Ii", 0x20080522, 0)
    if library.capset(ctypes.c_char_p(version_3), ctypes.c_char_p(bytes(24))) != 0:
        raise OSError(ctypes.get_errno(), "capabilities stay")


def close_in(files):
    """Shuts this process in for good: it may read these files and Python's own. Gives the reasons of what did not work."""
    os.environ.clear()
    if not LINUX:
        return [f"{platform.system()} has neither Landlock nor seccomp"]
    library, reasons = libc(), []
    no_new_privileges = 38
    library.prctl(no_new_privileges, 1, 0, 0, 0)
    for layer in (
        lambda: drop_capabilities(library),
        lambda: landlock.restrict(library, [*sys.path, HERE, *files]),
        lambda: seccomp.refuse_calls(library),
    ):
        try:
            layer()
        except OSError as error:
            reasons.append(error.strerror or str(error))
    return reasons


def fails(action):
    """True when the system does not let this be done."""
    try:
        action()
        return False
    except ConnectionRefusedError:
        return False
    except OSError:
        return True


def connect():
    """Tries to reach this machine, which answers or refuses unless the network is gone."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as client:
        client.settimeout(1)
        client.connect(("127.0.0.1", 9))


def spawn():
    """Tries to make a process."""
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def measure(folder, inside):
    """What is closed in this process, found out by trying; `folder` is one that its user may write to."""
    outside = os.path.join(folder, "probe")
    closed = {
        "network": fails(connect),
        "reading": fails(lambda: open(outside, "rb").close()),
        "writing": fails(lambda: open(f"{outside}.new", "wb").close()),
        "processes": fails(spawn),
    }
    # What is allowed has to work, or there is nothing to render with.
    open(inside, "rb").close()
    return closed


def report(folder):
    """Shuts a trial process in as a job's, and says which doors are closed there, and why some are not."""
    inside = os.path.join(folder, "input")
    for name in (inside, os.path.join(folder, "probe")):
        with open(name, "wb"):
            pass
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            reasons = close_in([inside])
            os.write(writer, json.dumps({**measure(folder, inside), "reasons": reasons}).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    closed = {"network": False, "reading": False, "writing": False, "processes": False, "reasons": ["it breaks the renderer"]}
    return json.loads(said) if said else closed
