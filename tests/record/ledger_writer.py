"""A second kernel: appends numbered records and says which ones it was told are saved.

Usage: python ledger_writer.py FOLDER NAME COUNT [full|die]
  full  the system lets files grow to 6000 bytes only, and lifts that at the end
  die   is killed in the middle of writing its last line
"""

import os
import signal
import sys

from mlprojects.record import Ledger, writing


def limit(size):
    import resource  # noqa: PLC0415 - POSIX only, and so is the test that asks for it

    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    return resource.RLIM_INFINITY


def write_half_and_die(descriptor, content):
    os.write(descriptor, content[: len(content) // 2])
    os.kill(os.getpid(), signal.SIGKILL)


class HalfWriter:
    """Stands for the module `os` in `writing`, and dies in `write`."""

    def __getattr__(self, name):
        return write_half_and_die if name == "write" else getattr(os, name)


def main(folder, name, count, trouble=""):
    ledger = Ledger(folder)
    unlimited = limit(6000) if trouble == "full" else None
    for number in range(int(count)):
        if trouble == "die" and number == int(count) - 1:
            writing.os = HalfWriter()
        receipt = ledger.append("answer", f"metrics/{name}", {"number": number, "text": "x" * 50})
        print(number if receipt.saved else receipt.note, flush=True)  # noqa: T201 - how it answers
    if unlimited is not None:
        limit(unlimited)
        print(ledger.append("answer", f"metrics/{name}", {"number": int(count)}).note)  # noqa: T201 - likewise


if __name__ == "__main__":
    main(*sys.argv[1:])
