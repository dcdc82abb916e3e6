"""What tests assert of sequences, sets, dicts and texts of several lines: equality, with the difference in the message."""
from collections import Counter
import difflib
import pprint
import warnings

from .util import _common_shorten_repr, _count_diff_all_purpose, _count_diff_hashable, safe_repr

__unittest = True
DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


class TestCase:  # a part of it; messages about its methods name it so
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16  # longer texts are compared without a diff

    def _truncateMessage(self, message, diff):
        return message + (diff if self.maxDiff is None or len(diff) <= self.maxDiff else DIFF_OMITTED % len(diff))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        kind = "sequence" if seq_type is None else seq_type.__name__
        for which, seq in (("First", seq1), ("Second", seq2)):
            if seq_type is not None and not isinstance(seq, seq_type):
                raise self.failureException("%s sequence is not a %s: %s" % (which, kind, safe_repr(seq)))
        differing = _length_missing(seq1, seq2, kind)
        if differing is None:
            if seq1 == seq2:
                return
            differing = _difference(seq1, seq2, kind, seq_type)
            if differing is None:
                return
        self.fail(self._formatMessage(msg, self._truncateMessage(differing, _diff(pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines()))))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        differences = []
        for which, one, other in (("first", set1, set2), ("second", set2, set1)):
            try:
                differences.append(one.difference(other))
            except TypeError as e:
                self.fail("invalid type when attempting set difference: %s" % e)
            except AttributeError as e:
                self.fail("%s argument does not support set difference: %s" % (which, e))
        if not (differences[0] or differences[1]):
            return
        lines = []
        for title, items in zip(("Items in the first set but not the second:", "Items in the second set but not the first:"), differences):
            if items:
                lines += [title, *map(repr, items)]
        self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            diff = _diff(pprint.pformat(d1).splitlines(), pprint.pformat(d2).splitlines())
            self.fail(self._formatMessage(msg, self._truncateMessage("%s != %s" % _common_shorten_repr(d1, d2), diff)))

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        warnings.warn("assertDictContainsSubset is deprecated", DeprecationWarning)
        missing, mismatched = [], []
        for key, value in subset.items():
            if key not in dictionary:
                missing.append(safe_repr(key))
            elif value != dictionary[key]:
                mismatched.append("%s, expected: %s, actual: %s" % (safe_repr(key), safe_repr(value), safe_repr(dictionary[key])))
        if missing or mismatched:
            parts = (("Missing: ", missing), ("Mismatched values: ", mismatched))
            self.fail(self._formatMessage(msg, "; ".join(title + ",".join(items) for title, items in parts if items)))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        try:
            same = Counter(first) == Counter(second)
        except TypeError:  # what cannot be hashed is compared one by one
            differences = _count_diff_all_purpose(first, second)
        else:
            differences = [] if same else _count_diff_hashable(first, second)
        if differences:
            diff = "\n".join("First has %d, Second has %d:  %r" % each for each in differences)
            self.fail(self._formatMessage(msg, self._truncateMessage("Element counts were not equal:\n", diff)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        if max(len(first), len(second)) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        lines = first.splitlines(keepends=True), second.splitlines(keepends=True)
        if len(lines[0]) == 1 and first.strip("\r\n") == first:
            lines = [first + "\n"], [second + "\n"]
        diff = "\n" + "".join(difflib.ndiff(*lines))
        self.fail(self._formatMessage(msg, self._truncateMessage("%s != %s" % _common_shorten_repr(first, second), diff)))


def _diff(first, second):
    return "\n" + "\n".join(difflib.ndiff(first, second))


_NO_ITEM = (TypeError, IndexError, NotImplementedError)


def _length_missing(seq1, seq2, kind):
    for which, seq in (("First", seq1), ("Second", seq2)):
        try:
            len(seq)
        except (TypeError, NotImplementedError):
            return "%s %s has no length.    Non-sequence?" % (which, kind)
    return None


def _difference(seq1, seq2, kind, seq_type):
    """The first items that differ and the first that only one has, in words; None: only the types differ."""
    length1, length2 = len(seq1), len(seq2)
    text = "%ss differ: %s != %s\n" % (kind.capitalize(), *_common_shorten_repr(seq1, seq2))
    for i in range(min(length1, length2)):
        which = "first"
        try:
            item1 = seq1[i]
            which = "second"
            item2 = seq2[i]
        except _NO_ITEM:
            text += "\nUnable to index element %d of %s %s\n" % (i, which, kind)
            break
        if item1 != item2:
            text += "\nFirst differing element %d:\n%s\n%s\n" % (i, *_common_shorten_repr(item1, item2))
            break
    else:
        if length1 == length2 and seq_type is None and type(seq1) != type(seq2):
            return None
    if length1 > length2:
        return text + _extra("First", seq1, length2, length1, kind)
    return text + _extra("Second", seq2, length1, length2, kind) if length1 < length2 else text


def _extra(which, seq, start, length, kind):
    text = "\n%s %s contains %d additional elements.\n" % (which, kind, length - start)
    try:
        return text + "First extra element %d:\n%s\n" % (start, safe_repr(seq[start]))
    except _NO_ITEM:
        return text + "Unable to index element %d of %s %s\n" % (start, which.lower(), kind)
