"""What the files of this folder do with their sources: compile each, print the SyntaxError with its place, or "valid", and the warnings."""
import io
import sys


def show(snippets):
    for source in snippets:
        stderr, sys.stderr = sys.stderr, io.StringIO()
        try:
            compile(source, "<s>", "exec")
            result = "valid"
        except SyntaxError as error:
            result = type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text
        finally:
            warned, sys.stderr = sys.stderr.getvalue(), stderr
        print(repr(source), result, warned)
