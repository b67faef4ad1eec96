"""`python -m mlprojects` is the course's command line."""

import sys

from mlprojects.course.cli import main

if __name__ == "__main__":
    sys.exit(main())
