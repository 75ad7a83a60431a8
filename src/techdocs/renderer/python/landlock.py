"""Which files a process may open, by the kernel's Landlock (Linux 5.13 and newer). Needs no privilege."""

import ctypes
import os
import struct

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
READ_FILE, READ_DIRECTORY = 1 << 2, 1 << 3
# How many rights to files each version of Landlock knows: all of them are taken, those above are given back to some paths.
RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
TCP = 1 | 2
ABSTRACT_SOCKETS_AND_SIGNALS = 1 | 2


def version(libc):
    """Version of Landlock; 0 where there is none."""
    return max(0, libc.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), 1))


def restrict(libc, paths):
    """Lets this process read these files and folders, and nothing else of any file system. Raises OSError where it cannot."""
    known = version(libc)
    if known == 0:
        raise OSError("the kernel has no Landlock")
    attributes = struct.pack("Q", (1 << RIGHTS[min(known, 5)]) - 1)
    if known >= 4:
        attributes += struct.pack("Q", TCP)
    if known >= 6:
        attributes += struct.pack("Q", ABSTRACT_SOCKETS_AND_SIGNALS)
    ruleset = libc.syscall(CREATE_RULESET, ctypes.c_char_p(attributes), ctypes.c_size_t(len(attributes)), 0)
    if ruleset < 0:
        raise OSError(ctypes.get_errno(), "Landlock gives no ruleset")
    for path in paths:
        allow_reading(libc, ruleset, path)
    if libc.syscall(RESTRICT_SELF, ruleset, 0) != 0:
        raise OSError(ctypes.get_errno(), "Landlock does not restrict")
    os.close(ruleset)


def allow_reading(libc, ruleset, path):
    """Gives back the right to read one file or folder; one that is not there needs none."""
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    rights = READ_FILE | READ_DIRECTORY if os.path.isdir(path) else READ_FILE
    rule = struct.pack("=Qi", rights, descriptor)
    path_beneath = 1
    failed = libc.syscall(ADD_RULE, ruleset, path_beneath, ctypes.c_char_p(rule), 0) != 0
    os.close(descriptor)
    if failed:
        raise OSError(ctypes.get_errno(), f"Landlock has no rule for {path}")
