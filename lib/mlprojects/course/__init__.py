"""The command line of the course: lab, test, build, doctor, bench, lock."""
