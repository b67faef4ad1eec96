import subprocess
import sys

from mlprojects.course import driver

DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(60)"


def test_a_server_that_does_not_end_when_asked_is_ended_all_the_same():
    with subprocess.Popen([sys.executable, "-c", DEAF], stdout=subprocess.PIPE) as deaf:
        deaf.stdout.readline()
        driver._end(deaf, patience=0.2)
        assert deaf.returncode is not None
