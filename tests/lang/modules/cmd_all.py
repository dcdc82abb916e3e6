"""cmd: the round of commands, their lines, help, columns."""
import cmd
import io
import sys


def attempt(thunk):
    try:
        print(repr(thunk()))
    except Exception as e:
        print(type(e).__name__, e)


class Shell(cmd.Cmd):
    """Commands with and without help."""
    prompt = "> "
    use_rawinput = 0

    def precmd(self, line):
        self.stdout.write("precmd %r\n" % line)
        return line

    def postcmd(self, stop, line):
        self.stdout.write("postcmd %r %r\n" % (stop, line))
        return stop

    def preloop(self):
        self.stdout.write("preloop\n")

    def postloop(self):
        self.stdout.write("postloop\n")

    def do_add(self, arg):
        """Adds numbers."""
        self.stdout.write("%s\n" % sum(map(int, arg.split())))

    def complete_add(self, *args):
        return ["add " + args[0], args]

    def do_quiet(self, arg):
        pass

    def help_quiet(self):
        self.stdout.write("says nothing\n")

    def help_topic(self):
        self.stdout.write("a topic\n")

    def do_more(self, arg):
        self.cmdqueue += ["quiet", "add 1"]

    def do_undocumented(self, arg):
        self.stdout.write("lastcmd %r arg %r\n" % (self.lastcmd, arg))

    def do_EOF(self, arg):
        return "end"


class Other(Shell):
    """Its own ways."""
    use_rawinput = 1
    doc_leader = "leader"
    misc_header, ruler = "Topics", ""
    nohelp = "nothing on %s"
    identchars = cmd.IDENTCHARS + "-."

    def do_shell(self, arg):
        self.stdout.write("shell %r\n" % arg)

    def emptyline(self):
        self.stdout.write("empty\n")

    def default(self, line):
        self.stdout.write("default %r\n" % line)
        return line == "stop"


COMMANDS = "add 1 2\n\n  add   3\nnone\n?\n? add\n?quiet\nhelp topic\nhelp none\nhelp more\n!x\n:\nmore\nundocumented  a  b \nundocumented\n\nadd-x 1\n??\nhelp help\nquiet.x\n1\nadd"
for cls in (Shell, Other):
    out = io.StringIO()
    sys.stdin = io.StringIO(COMMANDS.replace("add", "add", 1) if cls is Shell else COMMANDS + " 5\nstop\nadd 1")
    shell = cls(stdin=sys.stdin, stdout=out)
    try:
        print(shell.cmdloop("intro" if cls is Shell else None))
    except ValueError as e:
        print(e)
    print(out.getvalue())
    print(repr(shell.lastcmd), shell.cmdqueue, shell.intro, shell.completekey)
    for line in ("", "  ", "add", "add 1  2 ", "?", "?x", "? x", "!", "!ls -l", "a-b c", "(x)", " =", "é 1", "EOF", "help"):
        print(shell.parseline(line), cmd.Cmd.parseline(shell, line))
    for text in ("", "a", "h", "none"):
        print(shell.completenames(text), sorted(shell.complete_help(text)), shell.completedefault(text, 1, 2))
    print([name for name in shell.get_names() if name.startswith("do_")])

plain = cmd.Cmd()
print(plain.prompt, plain.identchars, plain.ruler, repr(plain.lastcmd), plain.intro, plain.use_rawinput, plain.stdin is sys.stdin, plain.stdout is sys.stdout, plain.cmdqueue, cmd.Cmd(None).completekey)
for line in ("", "x", "help", "help help", "?x", "EOF", "help add"):
    print(plain.onecmd(line), repr(plain.lastcmd))
plain.emptyline()
plain.print_topics("Header", [], 15, 80)
plain.print_topics("Header", ["one", "two"], 15, 80)
for words in ([], [""], ["one"], ["a", "", ""], ["x" * n for n in range(30)], ["word%d" % n for n in range(40)], ["x" * 100, "y"], ["a", 5, "b", None], ("x", "y")):
    for width in (80, 30, 5):
        attempt(lambda: plain.columnize(words, width))
sys.stdin = io.StringIO("x\nhelp\n")
out = io.StringIO()
attempt(lambda: Other(stdout=out).cmdloop(""))
print(out.getvalue())
