"""``python -m sco`` is the console script ``sco``."""

import sys

from sco._cli import main

if __name__ == "__main__":
    sys.exit(main())
