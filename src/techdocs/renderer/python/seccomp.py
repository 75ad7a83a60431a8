"""System calls that a job never needs, refused by the kernel (seccomp, Linux, x86-64 and 64-bit ARM). Needs no privilege.

The filter stays for good and holds for everything that the process does, whatever the file system's own rules allow.
"""

import ctypes
import platform
import struct

# Network, processes, signals to others, changes to files, and every door to more of the kernel.
REFUSED = {
    "x86_64": {
        "network": (41, 42, 43, 44, 45, 46, 47, 49, 50, 53, 288, 299, 307, 425, 426, 427),
        "processes": (56, 57, 58, 59, 322, 435),
        "others": (62, 101, 129, 160, 200, 234, 297, 302, 310, 311, 424, 434, 438),
        "files": (76, 82, 83, 84, 85, 86, 87, 88, 90, 91, 92, 93, 94, 132, 133, 188, 189, 190, 197, 198, 199, 235, 258)
        + (259, 260, 261, 263, 264, 265, 266, 268, 280, 303, 304, 316, 319, 437, 452),
        "kernel": (29, 30, 64, 68, 103, 135, 155, 161, 163, 165, 166, 167, 169, 170, 175, 176, 240, 246, 248, 249, 250)
        + (272, 298, 308, 313, 320, 321, 323, 428, 429, 430, 431, 432, 433, 442),
    },
    "aarch64": {
        "network": (198, 199, 200, 201, 202, 203, 206, 207, 211, 212, 242, 243, 269, 425, 426, 427),
        "processes": (220, 221, 281, 435),
        "others": (117, 129, 130, 131, 138, 164, 240, 261, 270, 271, 424, 434, 438),
        "files": (5, 6, 7, 14, 15, 16, 33, 34, 35, 36, 37, 38, 45, 52, 53, 54, 55, 88, 264, 265, 276, 279, 437, 452),
        "kernel": (39, 40, 41, 51, 89, 92, 97, 104, 105, 106, 116, 142, 161, 180, 186, 190, 194, 196, 217, 218, 219, 224)
        + (241, 268, 273, 280, 282, 294, 428, 429, 430, 431, 432, 433, 442),
    },
}
ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
# Number of the call, and which argument holds its flags: open on x86-64, openat on both.
OPENING = {"x86_64": ((2, 1), (257, 2)), "aarch64": ((56, 2),)}
# O_WRONLY, O_RDWR, O_CREAT, O_TRUNC.
WRITING = 0x1 | 0x2 | 0x40 | 0x200

LOAD, JUMP_EQUAL, JUMP_AT_LEAST, JUMP_ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL, NOT_PERMITTED = 0x7FFF0000, 0x80000000, 0x00050001


def filter_program(machine, refused):
    """The filter as the kernel reads it, refusing these numbers and every opening of a file for writing."""
    def instruction(code, value, if_true=0, if_false=0):
        return struct.pack("HBBI", code, if_true, if_false, value)

    program = [
        instruction(LOAD, 4),
        instruction(JUMP_EQUAL, ARCHITECTURES[machine], 1, 0),
        instruction(RETURN, KILL),
        instruction(LOAD, 0),
        # The x32 variant of x86-64 has numbers of its own, beyond this one.
        instruction(JUMP_AT_LEAST, 0x40000000, 0, 1),
        instruction(RETURN, KILL),
    ]
    for number, argument in OPENING[machine]:
        program += [
            instruction(JUMP_EQUAL, number, 0, 4),
            instruction(LOAD, 16 + 8 * argument),
            instruction(JUMP_ANY_BIT, WRITING, 0, 1),
            instruction(RETURN, NOT_PERMITTED),
            instruction(RETURN, ALLOW),
        ]
    for number in sorted(refused):
        program += [instruction(JUMP_EQUAL, number, 0, 1), instruction(RETURN, NOT_PERMITTED)]
    return [*program, instruction(RETURN, ALLOW)]


def apply(libc, program):
    """Installs a filter. Raises OSError when the kernel has none."""
    code = b"".join(program)
    buffer = ctypes.create_string_buffer(code, len(code))
    descriptor = struct.pack("HxxxxxxP", len(program), ctypes.addressof(buffer))
    set_seccomp, filter_mode = 22, 2
    if libc.prctl(set_seccomp, filter_mode, ctypes.c_char_p(descriptor), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "the kernel has no seccomp filters")


def refuse_calls(libc):
    """Refuses what a job never needs. Raises OSError where that cannot be."""
    machine = platform.machine()
    if machine not in ARCHITECTURES:
        raise OSError(f"no list of system calls for {machine}")
    apply(libc, filter_program(machine, {number for group in REFUSED[machine].values() for number in group}))
