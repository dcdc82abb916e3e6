"""shlex: words as a shell reads them; without the debugging output."""
import os
import re as _re
import sys
from collections import deque
from io import StringIO

__all__ = ["shlex", "split", "quote", "join"]

_LETTERS = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
_LATIN = "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"


class shlex:
    """state: ' ' between words, 'a' in one, 'c' in punctuation, a quote, an escape, None at the end."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        self.instream = StringIO(instream) if isinstance(instream, str) else sys.stdin if instream is None else instream
        self.infile = None if instream is None else infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = _LETTERS + (_LATIN if posix else "")
        self.whitespace, self.whitespace_split = " \t\r\n", False
        self.quotes, self.escape, self.escapedquotes = "'\"", "\\", '"'
        self.state, self.token, self.lineno, self.debug, self.source = " ", "", 1, 0, None
        self.pushback, self.filestack = deque(), deque()
        self._punctuation_chars = "();<>|&" if punctuation_chars is True else punctuation_chars or ""
        if self._punctuation_chars:
            self._pushback_chars = deque()
            self.wordchars = "".join([each for each in self.wordchars + "~-./*?=" if each not in self._punctuation_chars])

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile, self.lineno = newfile, 1
        self.instream = StringIO(newstream) if isinstance(newstream, str) else newstream

    def pop_source(self):
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self.state = " "

    def get_token(self):
        if self.pushback:
            return self.pushback.popleft()
        raw = self.read_token()
        if self.source is not None:
            while raw == self.source:
                spec = self.sourcehook(self.read_token())
                if spec:
                    self.push_source(spec[1], spec[0])
                raw = self.get_token()
        while raw == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            raw = self.get_token()
        return raw

    def read_token(self):
        self._quoted, self._escaped_in = False, " "
        while not self._take(self._pushback_chars.pop() if self.punctuation_chars and self._pushback_chars else self.instream.read(1)):
            pass
        token, self.token = self.token, ""
        return None if self.posix and not self._quoted and token == "" else token

    def _ends(self):
        return bool(self.token or self.posix and self._quoted)

    def _skip_comment(self):
        self.instream.readline()
        self.lineno += 1

    def _take(self, char):
        """One character more; true when it ends the word."""
        if char == "\n":
            self.lineno += 1
        state = self.state
        if state is None:
            self.token = ""
            return True
        if state == " ":
            return self._begin(char)
        if state in self.quotes:
            return self._in_quotes(char, state)
        if state in self.escape:
            if not char:
                raise ValueError("No escaped character")
            if self._escaped_in in self.quotes and char != state and char != self._escaped_in:
                self.token += state  # within quotes only they and itself can be escaped
            self.token += char
            self.state = self._escaped_in
            return False
        return self._in_word(char, state)

    def _begin(self, char):
        if not char:
            self.state = None
            return True
        if char in self.whitespace:
            return self._ends()
        if char in self.commenters:
            self._skip_comment()
        elif self.posix and char in self.escape:
            self._escaped_in, self.state = "a", char
        elif char in self.wordchars:
            self.token, self.state = char, "a"
        elif char in self.punctuation_chars:
            self.token, self.state = char, "c"
        elif char in self.quotes:
            if not self.posix:
                self.token = char
            self.state = char
        else:
            self.token = char
            if not self.whitespace_split:
                return True
            self.state = "a"
        return False

    def _in_quotes(self, char, quote):
        self._quoted = True
        if not char:
            raise ValueError("No closing quotation")
        if char == quote:
            if self.posix:
                self.state = "a"
                return False
            self.token += char
            self.state = " "
            return True
        if self.posix and char in self.escape and quote in self.escapedquotes:
            self._escaped_in, self.state = quote, char
        else:
            self.token += char
        return False

    def _in_word(self, char, state):
        if not char:
            self.state = None
            return True
        if char in self.whitespace:
            self.state = " "
            return self._ends()
        if char in self.commenters:
            self._skip_comment()
            if not self.posix:
                return False
            self.state = " "
            return self._ends()
        if state == "c":
            if char in self.punctuation_chars:
                self.token += char
                return False
            self._pushback_chars.append(char)
            self.state = " "
            return True
        if self.posix and char in self.quotes:
            self.state = char
        elif self.posix and char in self.escape:
            self._escaped_in, self.state = "a", char
        elif char in self.wordchars or char in self.quotes or self.whitespace_split and char not in self.punctuation_chars:
            self.token += char
        else:
            if self.punctuation_chars:
                self._pushback_chars.append(char)
            else:
                self.pushback.appendleft(char)
            self.state = " "
            return self._ends()
        return False

    def sourcehook(self, newfile):
        if newfile[0] == '"':
            newfile = newfile[1:-1]
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile, "r")

    def error_leader(self, infile=None, lineno=None):
        return '"%s", line %d: ' % (self.infile if infile is None else infile, self.lineno if lineno is None else lineno)

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    if s is None:
        import warnings
        warnings.warn("Passing None for 's' to shlex.split() is deprecated.", DeprecationWarning, stacklevel=2)
    words = shlex(s, posix=posix)
    words.whitespace_split = True
    if not comments:
        words.commenters = ""
    return list(words)


def join(split_command):
    return " ".join([quote(each) for each in split_command])


_find_unsafe = _re.compile(r"[^\w@%+=:,./-]", _re.ASCII).search


def quote(s):
    if not s:
        return "''"
    return s if _find_unsafe(s) is None else "'" + s.replace("'", "'\"'\"'") + "'"
