# The module traceback of 3.11 suggests no names; only an uncaught exception's message does.
import traceback


class Spelled:
    color = 1


def attempts():
    yield lambda: Spelled().colour
    yield lambda: pritn
    yield lambda: Spelled.colr


for attempt in attempts():
    try:
        attempt()
    except Exception as error:
        traceback.print_exc()
        print(traceback.format_exception_only(error))
        print(traceback.format_exc())

Spelled().colour
