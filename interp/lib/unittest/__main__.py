"""python -m unittest: the tests named, or those that discovery finds."""
import os
import sys

from .main import main

__unittest = True
sys.argv[0] = os.path.basename(sys.executable) + " -m unittest"
main(module=None)
