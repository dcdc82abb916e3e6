"""sched: calls at given times, in their order."""
import heapq
import time
from collections import namedtuple
from itertools import count

__all__ = ["scheduler"]

Event = namedtuple("Event", "time, priority, sequence, action, argument, kwargs")


class scheduler:
    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self._queue, self._numbers = [], count()
        self.timefunc, self.delayfunc = timefunc, delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs=None):
        event = Event(time, priority, next(self._numbers), action, argument, {} if kwargs is None else kwargs)
        heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=None):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        self._queue.remove(event)
        heapq.heapify(self._queue)

    def empty(self):
        return not self._queue

    def run(self, blocking=True):
        queue, timefunc, delayfunc = self._queue, self.timefunc, self.delayfunc
        while queue:
            event = queue[0]
            now = timefunc()
            if event.time > now:
                if not blocking:
                    return event.time - now
                delayfunc(event.time - now)
            else:
                heapq.heappop(queue)
                event.action(*event.argument, **event.kwargs)
                delayfunc(0)  # as a caller's delayfunc may count

    @property
    def queue(self):
        events = self._queue[:]
        return [heapq.heappop(events) for _ in range(len(events))]
