"""Imports of finalizers that run when the modules are gone already."""
import sys


class Late:
    def __del__(self):
        try:
            import traceback
        except ImportError as error:
            print("late:", error)


sys.modules["held"] = Late()
