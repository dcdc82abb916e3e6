"""cmd: interpreters of commands, one a line: a subclass has a method do_… for each."""
import string
import sys

__all__ = ["Cmd"]

PROMPT = "(Cmd) "
IDENTCHARS = string.ascii_letters + string.digits + "_"


class Cmd:
    prompt = PROMPT
    identchars = IDENTCHARS
    ruler = "="
    lastcmd = ""
    intro = None
    doc_leader = ""
    doc_header = "Documented commands (type help <topic>):"
    misc_header = "Miscellaneous help topics:"
    undoc_header = "Undocumented commands:"
    nohelp = "*** No help on %s"
    use_rawinput = 1

    def __init__(self, completekey="tab", stdin=None, stdout=None):
        self.stdin = sys.stdin if stdin is None else stdin
        self.stdout = sys.stdout if stdout is None else stdout
        self.cmdqueue = []
        self.completekey = completekey

    def _tell(self, text):
        self.stdout.write("%s\n" % str(text))

    # ---- the round of commands ----

    def cmdloop(self, intro=None):
        self.preloop()
        self._install_completer()
        try:
            if intro is not None:
                self.intro = intro
            if self.intro:
                self._tell(self.intro)
            stop = None
            while not stop:
                line = self.precmd(self.cmdqueue.pop(0) if self.cmdqueue else self._next_line())
                stop = self.postcmd(self.onecmd(line), line)
            self.postloop()
        finally:
            self._restore_completer()

    def _next_line(self):
        if self.use_rawinput:
            try:
                return input(self.prompt)
            except EOFError:
                return "EOF"
        self.stdout.write(self.prompt)
        self.stdout.flush()
        line = self.stdin.readline()
        return line.rstrip("\r\n") if len(line) else "EOF"

    def _install_completer(self):
        if self.use_rawinput and self.completekey:
            try:
                import readline
                self.old_completer = readline.get_completer()
                readline.set_completer(self.complete)
                readline.parse_and_bind(self.completekey + ": complete")
            except ImportError:
                pass

    def _restore_completer(self):
        if self.use_rawinput and self.completekey:
            try:
                import readline
                readline.set_completer(self.old_completer)
            except ImportError:
                pass

    def precmd(self, line):
        return line

    def postcmd(self, stop, line):
        return stop

    def preloop(self):
        pass

    def postloop(self):
        pass

    # ---- one command ----

    def parseline(self, line):
        """Name, arguments and the whole; None for the first two where there is no command."""
        line = line.strip()
        if not line or line[0] == "!" and not hasattr(self, "do_shell"):
            return None, None, line
        if line[0] in "?!":
            line = ("help " if line[0] == "?" else "shell ") + line[1:]
        end = 0
        while end < len(line) and line[end] in self.identchars:
            end += 1
        return line[:end], line[end:].strip(), line

    def onecmd(self, line):
        name, arg, line = self.parseline(line)
        if not line:
            return self.emptyline()
        if name is None:
            return self.default(line)
        self.lastcmd = "" if line == "EOF" else line
        if name:
            try:
                command = getattr(self, "do_" + name)
            except AttributeError:
                pass
            else:
                return command(arg)
        return self.default(line)

    def emptyline(self):
        if self.lastcmd:
            return self.onecmd(self.lastcmd)

    def default(self, line):
        self.stdout.write("*** Unknown syntax: %s\n" % line)

    # ---- completion ----

    def completedefault(self, *ignored):
        return []

    def completenames(self, text, *ignored):
        return [name[3:] for name in self.get_names() if name.startswith("do_" + text)]

    def complete(self, text, state):
        if state == 0:
            import readline
            whole = readline.get_line_buffer()
            line = whole.lstrip()
            blanks = len(whole) - len(line)
            start, end = readline.get_begidx() - blanks, readline.get_endidx() - blanks
            find = self.completenames
            if start > 0:
                name = self.parseline(line)[0]
                find = getattr(self, "complete_" + name, self.completedefault) if name != "" else self.completedefault
            self.completion_matches = find(text, line, start, end)
        try:
            return self.completion_matches[state]
        except IndexError:
            return None

    def get_names(self):
        return dir(self.__class__)

    def complete_help(self, *args):
        topics = [name[5:] for name in self.get_names() if name.startswith("help_" + args[0])]
        return list({*self.completenames(*args), *topics})

    # ---- help ----

    def do_help(self, arg):
        'List available commands with "help" or detailed help with "help cmd".'
        if not arg:
            return self._help_on_all()
        try:
            tell = getattr(self, "help_" + arg)
        except AttributeError:
            command = getattr(self, "do_" + arg, None)
            self._tell(command and command.__doc__ or self.nohelp % (arg,))
        else:
            tell()

    def _help_on_all(self):
        names = sorted(self.get_names())
        topics = {name[5:] for name in names if name[:5] == "help_"}
        commands = list(dict.fromkeys([name[3:] for name in names if name[:3] == "do_"]))
        documented = [name for name in commands if name in topics or getattr(self, "do_" + name).__doc__]
        self._tell(self.doc_leader)
        self.print_topics(self.doc_header, documented, 15, 80)
        self.print_topics(self.misc_header, sorted(topics - set(commands)), 15, 80)
        self.print_topics(self.undoc_header, [name for name in commands if name not in documented], 15, 80)

    def print_topics(self, header, cmds, cmdlen, maxcol):
        if cmds:
            self._tell(header)
            if self.ruler:
                self._tell(self.ruler * len(header))
            self.columnize(cmds, maxcol - 1)
            self.stdout.write("\n")

    def columnize(self, list, displaywidth=80):
        """In as few rows as the width allows; two blanks are between columns, which go down."""
        if not list:
            self.stdout.write("<empty>\n")
            return
        wrong = [str(at) for at, each in enumerate(list) if not isinstance(each, str)]
        if wrong:
            raise TypeError("list[i] not a string for i in %s" % ", ".join(wrong))
        for rows in range(1, len(list)):
            widths = [max(map(len, list[at:at + rows])) for at in range(0, len(list), rows)]
            if sum(widths) + 2 * (len(widths) - 1) <= displaywidth:
                break
        else:
            rows, widths = len(list), [0]
        for row in range(rows):
            texts = list[row::rows]
            while texts and not texts[-1]:
                del texts[-1]
            self._tell("  ".join([text.ljust(width) for text, width in zip(texts, widths)]))
