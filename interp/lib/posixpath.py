"""posixpath: what os.path is."""
import os.path
import sys

sys.modules[__name__] = os.path
