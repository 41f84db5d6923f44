"""Python loads this before a program that is watched: see `tests.recruitment.watched`.

What the program does with sockets, sources and children is written down. Python sees nothing of
what libraries in other languages do, so on Linux the system ends whoever asks for a socket, its
children included.
"""

import ctypes
import os
import struct
import sys

# The number of the system call socket, by machine.
SOCKET = {"x86_64": 41, "aarch64": 198}
NO_NEW_PRIVILEGES, SECCOMP, FILTER = 38, 22, 2
# Of the filter: load the number of the call, compare it, and return what becomes of the caller.
LOAD, IS, RETURN = 0x20, 0x15, 0x06
END, LET = 0x80000000, 0x7FFF0000


def _record(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        os.write(RECORD, f"{event}\n".encode())
    elif event == "subprocess.Popen":
        os.write(RECORD, f"child {arguments[1]}\n".encode())
    elif event == "open" and isinstance(arguments[0], str) and SOURCES in arguments[0]:
        writes = int(str(arguments[2])) & (os.O_WRONLY | os.O_RDWR)
        os.write(RECORD, f"{'written' if writes else 'read'} {arguments[0]}\n".encode())


def _end_at_sockets() -> None:
    call = SOCKET.get(os.uname().machine)
    if sys.platform != "linux" or call is None:
        return
    steps = ((LOAD, 0, 0, 0), (IS, 0, 1, call), (RETURN, 0, 0, END), (RETURN, 0, 0, LET))
    program = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    known = struct.pack("HxxxxxxP", len(steps), ctypes.addressof(program))
    system = ctypes.CDLL(None)
    if system.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) or system.prctl(SECCOMP, FILTER, known, 0, 0):
        raise AssertionError("the system does not watch")


if "WATCHED_RECORD" in os.environ:
    SOURCES = os.environ["WATCHED_SOURCES"]
    RECORD = os.open(os.environ["WATCHED_RECORD"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    sys.addaudithook(_record)
    _end_at_sockets()
