"""Values as text for messages, and differences of collections."""
from collections import Counter, namedtuple
from os.path import commonprefix

__unittest = True
_MAX_LENGTH = 80
_GAP = 12  # "[123 chars]", and more
_END = 5  # characters that always stay at each end and of what is common
_MIN_DIFF = _MAX_LENGTH - 3 * _END - 2 * _GAP


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    return text[:_MAX_LENGTH] + " [truncated]..." if short and len(text) >= _MAX_LENGTH else text


def _shorten(text, start, end):
    skipped = len(text) - start - end
    return "%s[%d chars]%s" % (text[:start], skipped, text[len(text) - end:]) if skipped > _GAP else text


def _common_shorten_repr(*objects):
    """Their texts; if those are long, without most of what is common at the start, and without the middle of what is not."""
    texts = tuple(map(safe_repr, objects))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    prefix = commonprefix(texts)
    common = len(prefix)
    room = _MAX_LENGTH - (longest - common + _END + _GAP)
    if room > _END:
        prefix = _shorten(prefix, _END, room)
        return tuple(prefix + text[common:] for text in texts)
    prefix = _shorten(prefix, _END, _END)
    return tuple(prefix + _shorten(text[common:], _MIN_DIFF, _END) for text in texts)


def strclass(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def three_way_cmp(x, y):
    return (x > y) - (x < y)


def sorted_list_difference(expected, actual):
    """What only one of two sorted lists has: (missing, unexpected). Repetitions are dropped until one list ends."""
    missing, unexpected, i, j = [], [], 0, 0
    while i < len(expected) and j < len(actual):
        e, a = expected[i], actual[j]
        if e < a:
            missing.append(e)
        elif e > a:
            unexpected.append(a)
        if not e > a:
            i = _after(expected, i, e)
        if not e < a:
            j = _after(actual, j, a)
    return missing + expected[i:], unexpected + actual[j:]


def _after(items, i, item):
    i += 1
    while i < len(items) and items[i] == item:
        i += 1
    return i


def unorderable_list_difference(expected, actual):
    """The same for what has no order; both lists are used up."""
    missing = []
    while expected:
        item = expected.pop()
        try:
            actual.remove(item)
        except ValueError:
            missing.append(item)
    return missing, actual


_Mismatch = namedtuple("Mismatch", "actual expected value")


def _count_diff_all_purpose(actual, expected):
    """What is not equally often in both, with how often; by comparing each with each."""
    first, second, result = list(actual), list(expected), []
    while first or second:
        item = (first or second)[0]
        counts = []
        for items in (first, second):
            length = len(items)
            items[:] = [each for each in items if not (each is item or each == item)]
            counts.append(length - len(items))
        if counts[0] != counts[1]:
            result.append(_Mismatch(*counts, item))
    return result


def _count_diff_hashable(actual, expected):
    first, second = Counter(actual), Counter(expected)
    result = [_Mismatch(count, second.get(item, 0), item) for item, count in first.items() if count != second.get(item, 0)]
    return result + [_Mismatch(0, count, item) for item, count in second.items() if item not in first]
