"""`python -m drafter`."""

import sys

from drafter.cli.app import main

sys.exit(main())
