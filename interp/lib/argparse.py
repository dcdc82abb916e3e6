"""argparse: options and arguments of a command line, with usage, help and errors as CPython writes them (no conflict_handler, no files of arguments)."""
import os as _os
import re as _re
import sys as _sys

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "Action", "BooleanOptionalAction", "FileType", "HelpFormatter",
           "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter", "MetavarTypeHelpFormatter", "Namespace", "ONE_OR_MORE", "OPTIONAL", "PARSER",
           "REMAINDER", "SUPPRESS", "ZERO_OR_MORE"]

SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = "==SUPPRESS==", "?", "*", "+", "A...", "..."


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name, self.message = _name_of(argument), message

    def __str__(self):
        return self.message if self.argument_name is None else "argument %s: %s" % (self.argument_name, self.message)


class ArgumentTypeError(Exception):
    pass


def _name_of(action):
    if action is None:
        return None
    if action.option_strings:
        return "/".join(action.option_strings)
    for name in (action.metavar, action.dest):
        if name not in (None, SUPPRESS):
            return name
    return "{%s}" % ",".join(action.choices) if action.choices else None


class Namespace:
    def __init__(self, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        plain = ["%s=%r" % pair for pair in self.__dict__.items() if pair[0].isidentifier()]
        others = {name: value for name, value in self.__dict__.items() if not name.isidentifier()}
        return "%s(%s)" % (type(self).__name__, ", ".join(plain + (["**%r" % others] if others else [])))


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode, self._options = mode, {"encoding": encoding, "errors": errors}

    def __call__(self, string):
        if string == "-":
            if "r" in self._mode:
                return _sys.stdin.buffer if "b" in self._mode else _sys.stdin
            return _sys.stdout.buffer if "b" in self._mode else _sys.stdout
        try:
            return open(string, self._mode, **self._options)
        except OSError as e:
            raise ArgumentTypeError("can't open '%s': %s" % (string, e))


# ---- actions ----

class Action:
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None, metavar=None):
        self.option_strings, self.dest, self.nargs, self.const, self.default = option_strings, dest, nargs, const, default
        self.type, self.choices, self.required, self.help, self.metavar = type, choices, required, help, metavar

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")

    def __repr__(self):
        names = ("option_strings", "dest", "nargs", "const", "default", "type", "choices", "required", "help", "metavar")
        return "%s(%s)" % (type(self).__name__, ", ".join("%s=%r" % (name, getattr(self, name)) for name in names))


class _Store(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
        if nargs == 0:
            raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store const may be more appropriate")
        if const is not None and nargs != OPTIONAL:
            raise ValueError("nargs must be %r to supply const" % OPTIONAL)
        super().__init__(option_strings, dest, nargs, const, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConst(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help, metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrue(_StoreConst):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalse(_StoreConst):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, False, default, required, help)


def _copied(items):
    return [] if items is None else list(items)


class _Append(_Store):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, _copied(getattr(namespace, self.dest, None)) + [values])


class _AppendConst(_StoreConst):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, _copied(getattr(namespace, self.dest, None)) + [self.const])


class _Extend(_Append):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, _copied(getattr(namespace, self.dest, None)) + list(values))


class _Count(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings, dest, 0, None, default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None, metavar=None):
        names = []
        for each in option_strings:
            names.append(each)
            if each.startswith("--"):
                names.append("--no-" + each[2:])
        if help is not None and default is not None and default is not SUPPRESS:
            help += " (default: %(default)s)"
        super().__init__(names, dest, 0, None, default, type, choices, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


class _Help(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, 0, None, default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _Version(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help="show program's version number and exit"):
        super().__init__(option_strings, dest, 0, None, default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        formatter = parser._get_formatter()
        formatter.add_text(self.version if self.version is not None else parser.version)
        parser._print(formatter.format_help(), _sys.stdout)
        parser.exit()


class _SubParsers(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prefix, self._parser_class, self._map, self._shown = prog, parser_class, {}, []
        super().__init__(option_strings, dest, PARSER, choices=self._map, required=required, help=help, metavar=metavar)

    def add_parser(self, name, *, aliases=(), **kwargs):
        if kwargs.get("prog") is None:
            kwargs["prog"] = "%s %s" % (self._prefix, name)
        if "help" in kwargs:
            shown = name + (" (%s)" % ", ".join(aliases) if aliases else "")
            self._shown.append(Action([], shown, help=kwargs.pop("help"), metavar=shown))
        parser = self._parser_class(**kwargs)
        for each in (name, *aliases):
            self._map[each] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name, *rest = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self._map:
            raise ArgumentError(self, "unknown parser %r (choices: %s)" % (name, ", ".join(self._map)))
        found, extras = self._map[name].parse_known_args(rest, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if extras:
            namespace.__dict__.setdefault("_unrecognized_args", []).extend(extras)


_actions = {None: _Store, "store": _Store, "store_const": _StoreConst, "store_true": _StoreTrue, "store_false": _StoreFalse, "append": _Append,
            "append_const": _AppendConst, "extend": _Extend, "count": _Count, "help": _Help, "version": _Version}


# ---- help ----

class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            try:
                width = int(_os.environ.get("COLUMNS", "80")) - 2
            except ValueError:
                width = 78
        self._prog, self._width, self._increment = prog, width, indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._indent, self._parts, self._longest = 0, [], 0

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(" ".join(text.split()), width)

    def _get_help_string(self, action):
        return action.help

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            if "%(prog)" in text:
                text = text % {"prog": self._prog}
            self._parts.append(self._fill_text(text, max(self._width - self._indent, 11), " " * self._indent) + "\n\n")

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._parts.append(self._usage(usage, actions, groups, "usage: " if prefix is None else prefix))

    def _usage(self, usage, actions, groups, prefix):
        if usage is not None:
            return prefix + usage % {"prog": self._prog} + "\n\n"
        options = [each for each in actions if each.option_strings]
        others = [each for each in actions if not each.option_strings]
        one = self._usage_parts(options, groups), self._usage_parts(others, groups)
        text = " ".join([self._prog, *one[0], *one[1]])
        width = max(self._width - self._indent, 11)
        if len(prefix) + len(text) > width:
            if len(prefix) + len(self._prog) <= 0.75 * width:
                indent = " " * (len(prefix) + len(self._prog) + 1)
                if one[0]:
                    lines = self._usage_lines([self._prog] + one[0], width, indent, prefix) + (self._usage_lines(one[1], width, indent) if one[1] else [])
                elif one[1]:
                    lines = self._usage_lines([self._prog] + one[1], width, indent, prefix)
                else:
                    lines = [self._prog]
            else:
                indent = " " * len(prefix)
                lines = self._usage_lines(one[0] + one[1], width, indent)
                if len(lines) > 1:
                    lines = self._usage_lines(one[0], width, indent) + self._usage_lines(one[1], width, indent)
                lines = [self._prog] + lines
            text = "\n".join(lines)
        return prefix + text + "\n\n"

    def _usage_lines(self, parts, width, indent, prefix=None):
        lines, line = [], []
        length = (len(prefix) if prefix is not None else len(indent)) - 1
        for part in parts:
            if length + 1 + len(part) > width and line:
                lines.append(indent + " ".join(line))
                line, length = [], len(indent) - 1
            line.append(part)
            length += len(part) + 1
        if line:
            lines.append(indent + " ".join(line))
        if prefix is not None:
            lines[0] = lines[0][len(indent):]
        return lines

    def _usage_parts(self, actions, groups):
        parts, i = [], 0
        starts = {}
        for group in groups:
            members = [each for each in group._group_actions if each.help is not SUPPRESS]
            if members and members[0] in actions:
                at = actions.index(members[0])
                if actions[at:at + len(members)] == members:
                    starts[at] = group, members
        while i < len(actions):
            if i in starts:
                group, members = starts[i]
                inner = [self._usage_part(each, True) for each in members]
                if len(inner) == 1:
                    parts.append(inner[0] if group.required else "[%s]" % inner[0])
                else:
                    open_, close = ("(", ")") if group.required else ("[", "]")
                    inner[0], inner[-1] = open_ + inner[0], inner[-1] + close
                    for each in inner[:-1]:
                        parts += [each, "|"]
                    parts.append(inner[-1])
                i += len(members)
            else:
                if actions[i].help is not SUPPRESS:
                    parts.append(self._usage_part(actions[i], False))
                i += 1
        return parts

    def _usage_part(self, action, grouped):
        if not action.option_strings:
            part = self._args_text(action, self._default_metavar(action))
            return part[1:-1] if grouped and part[:1] == "[" and part[-1:] == "]" else part
        if action.nargs == 0:
            part = action.format_usage()
        else:
            part = "%s %s" % (action.option_strings[0], self._args_text(action, self._default_metavar(action)))
        return part if action.required or grouped else "[%s]" % part

    def _default_metavar(self, action):
        return action.dest.upper() if action.option_strings else action.dest

    def _metavars(self, action, default, count):
        if action.metavar is not None:
            shown = action.metavar
        elif action.choices is not None:
            shown = "{%s}" % ",".join(map(str, action.choices))
        else:
            shown = default
        return shown if isinstance(shown, tuple) else (shown,) * count

    def _args_text(self, action, default):
        n = action.nargs
        if n is None:
            return "%s" % self._metavars(action, default, 1)
        if n == OPTIONAL:
            return "[%s]" % self._metavars(action, default, 1)
        if n == ZERO_OR_MORE:
            names = self._metavars(action, default, 1)
            return "[%s [%s ...]]" % names if len(names) == 2 else "[%s ...]" % names
        if n == ONE_OR_MORE:
            return "%s [%s ...]" % self._metavars(action, default, 2)
        if n == REMAINDER:
            return "..."
        if n == PARSER:
            return "%s ..." % self._metavars(action, default, 1)
        if n == SUPPRESS:
            return ""
        return " ".join(["%s"] * n) % self._metavars(action, default, n)

    def start_section(self, heading):
        self._outer = self._parts
        self._parts, self._heading = [], heading

    def end_section(self):
        parts, self._parts = self._parts, self._outer
        if any(parts):
            heading = "%s:\n" % self._heading if self._heading is not SUPPRESS and self._heading is not None else ""
            self._parts.append("\n" + heading + "".join(parts) + "\n")

    def _deepen(self, by):
        self._indent += by * self._increment

    def _invocation(self, action):
        if not action.option_strings:
            return self._metavars(action, self._default_metavar(action), 1)[0]
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        args = self._args_text(action, self._default_metavar(action))
        return ", ".join("%s %s" % (each, args) for each in action.option_strings)

    def measure(self, actions):
        """Where the help texts begin depends on the longest of all that they explain."""
        for action in actions:
            if action.help is not SUPPRESS:
                self._longest = max(self._longest, len(self._invocation(action)) + self._indent + self._increment)
                for each in getattr(action, "_shown", ()):
                    self._longest = max(self._longest, len(self._invocation(each)) + self._indent + 2 * self._increment)

    def add_arguments(self, actions):
        self._deepen(1)
        for action in actions:
            if action.help is not SUPPRESS:
                self._parts.append(self._format_action(action))
        self._deepen(-1)

    def _format_action(self, action):
        position = min(self._longest + 2, self._max_help_position)
        width = max(self._width - position, 11)
        room = position - self._indent - 2
        head = self._invocation(action)
        indent = " " * self._indent
        if not action.help:
            text, first = indent + head + "\n", 0
        elif len(head) <= room:
            text, first = "%s%-*s  " % (indent, room, head), 0
        else:
            text, first = indent + head + "\n", position
        if action.help and action.help.strip():
            lines = self._split_lines(self._expand(action), width)
            if lines:
                text += " " * first + lines[0] + "\n" + "".join(" " * position + each + "\n" for each in lines[1:])
        elif not text.endswith("\n"):
            text += "\n"
        self._deepen(1)
        for each in getattr(action, "_shown", ()):
            text += self._format_action(each)
        self._deepen(-1)
        return text

    def _expand(self, action):
        values = {name: getattr(value, "__name__", value) if name in ("type",) else value for name, value in vars(action).items() if value is not SUPPRESS}
        values["prog"] = self._prog
        if values.get("choices") is not None:
            values["choices"] = ", ".join(map(str, values["choices"]))
        return self._get_help_string(action) % values

    def format_help(self):
        text = "".join(self._parts)
        if text:
            text = _re.sub(r"\n\n\n+", "\n\n", text).strip("\n") + "\n"
        return text


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS and (action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _default_metavar(self, action):
        return action.type.__name__


# ---- the parser ----

class _Container:
    """What arguments are added to: a parser or a group of one."""

    def _root(self):
        return self

    def add_argument(self, *args, **kwargs):
        root = self._root()
        if not args or len(args) == 1 and args[0][0] not in root.prefix_chars:
            if args and "dest" in kwargs:
                raise ValueError("dest supplied twice for positional argument")
            names, dest = [], args[0] if args else kwargs.pop("dest")
            kwargs.pop("dest", None)
            if kwargs.get("required") is not None and "required" in kwargs:
                raise TypeError("'required' is an invalid argument for positionals")
            if kwargs.get("nargs") not in (OPTIONAL, ZERO_OR_MORE):
                kwargs["required"] = True
            if kwargs.get("nargs") == ZERO_OR_MORE and "default" not in kwargs:
                kwargs["required"] = True
        else:
            names = list(args)
            for each in names:
                if each[0] not in root.prefix_chars:
                    raise ValueError("invalid option string %r: must start with a character %r" % (each, root.prefix_chars))
            dest = kwargs.pop("dest", None)
            if dest is None:
                long = [each for each in names if len(each) > 1 and each[1] in root.prefix_chars]
                dest = (long or names)[0].lstrip(root.prefix_chars)
                if not dest:
                    raise ValueError("dest= is required for options like %r" % names[0])
                dest = dest.replace("-", "_")
        if "default" not in kwargs:
            if dest in root._defaults:
                kwargs["default"] = root._defaults[dest]
            elif root.argument_default is not None:
                kwargs["default"] = root.argument_default
        kind = kwargs.pop("action", None)
        cls = _actions.get(kind, kind) if kind is None or isinstance(kind, str) else kind
        if not callable(cls):
            raise ValueError('unknown action "%s"' % (cls,))
        required = kwargs.get("required")
        if not names and cls in (_StoreTrue, _StoreFalse, _Count, _Help, _Version):
            kwargs.pop("required", None)
        action = cls(option_strings=names, dest=dest, **kwargs)
        if not names and required:
            action.required = True
        if not callable(action.type) and action.type is not None:
            raise ValueError("%r is not callable" % (action.type,))
        return self._add_action(action)

    def add_mutually_exclusive_group(self, *, required=False):
        group = _ExclusiveGroup(self, required)
        self._root()._exclusive.append(group)
        return group


class _Group(_Container):
    def __init__(self, parser, title=None, description=None):
        self._parser, self.title, self.description, self._group_actions = parser, title, description, []

    def _root(self):
        return self._parser._root()

    def _add_action(self, action):
        self._root()._register(action)
        self._group_actions.append(action)
        return action


class _ExclusiveGroup(_Group):
    def __init__(self, container, required):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        self._parser._add_action(action)
        self._group_actions.append(action)
        return action


class ArgumentParser(_Container):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter, prefix_chars="-",
                 fromfile_prefix_chars=None, argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True, exit_on_error=True):
        if fromfile_prefix_chars is not None or conflict_handler != "error":
            raise NotImplementedError("fromfile_prefix_chars and conflict_handler are not supported")
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage, self.description, self.epilog, self.formatter_class, self.prefix_chars = usage, description, epilog, formatter_class, prefix_chars
        self.argument_default, self.add_help, self.allow_abbrev, self.exit_on_error = argument_default, add_help, allow_abbrev, exit_on_error
        self._actions, self._by_option, self._defaults, self._exclusive = [], {}, {}, []
        self._positionals, self._optionals = _Group(self, "positional arguments"), _Group(self, "options")
        self._groups, self._subparsers, self._numbers_are_options = [self._positionals, self._optionals], None, False
        if add_help:
            prefix = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(prefix + "h", prefix * 2 + "help", action="help", default=SUPPRESS, help="show this help message and exit")
        for parent in parents:
            for action in parent._actions:
                self._add_action(action)
            self._defaults.update(parent._defaults)

    def __repr__(self):
        return "ArgumentParser(prog=%r, usage=%r, description=%r, formatter_class=%r, conflict_handler='error', add_help=%r)" % (
            self.prog, self.usage, self.description, self.formatter_class, self.add_help)

    def _register(self, action):
        for each in action.option_strings:
            if each in self._by_option:
                raise ArgumentError(action, "conflicting option string: %s" % each)
        for each in action.option_strings:
            self._by_option[each] = action
            if _re.match(r"^-\d+$|^-\d*\.\d+$", each):
                self._numbers_are_options = True
        self._actions.append(action)

    def _add_action(self, action):
        return (self._optionals if action.option_strings else self._positionals)._add_action(action)

    def add_argument_group(self, title=None, description=None):
        group = _Group(self, title, description)
        self._groups.append(group)
        return group

    def add_subparsers(self, *, title=None, description=None, prog=None, parser_class=None, dest=SUPPRESS, required=False, help=None, metavar=None):
        if self._subparsers is not None:
            self.error("cannot have multiple subparser arguments")
        if prog is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, [each for each in self._actions if not each.option_strings], self._exclusive, "")
            prog = formatter.format_help().strip()
        action = _SubParsers([], prog, parser_class or type(self), dest, required, help, metavar)
        self._subparsers = self.add_argument_group(title or "subcommands", description) if title or description else self._positionals
        return self._subparsers._add_action(action)

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    # parsing

    def parse_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: " + " ".join(rest))
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        args = _sys.argv[1:] if args is None else list(args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if not self.exit_on_error:
            rest = _Parse(self, args, namespace).run()
        else:
            try:
                rest = _Parse(self, args, namespace).run()
            except ArgumentError as error:
                self.error(str(error))
        rest += namespace.__dict__.pop("_unrecognized_args", [])
        return namespace, rest

    def _find_option(self, arg):
        """(action or None, option string, value that is part of the word); None: it is no option."""
        if not arg or arg[0] not in self.prefix_chars:
            return None
        if arg in self._by_option:
            return self._by_option[arg], arg, None
        if len(arg) == 1:
            return None
        if "=" in arg:
            name, _, value = arg.partition("=")
            if name in self._by_option:
                return self._by_option[name], name, value
        found = self._abbreviated(arg)
        if len(found) > 1:
            self.error("ambiguous option: %s could match %s" % (arg, ", ".join(each[1] for each in found)))
        if found:
            return found[0]
        if _re.match(r"^-\d+$|^-\d*\.\d+$", arg) and not self._numbers_are_options:
            return None
        return None if " " in arg else (None, arg, None)

    def _abbreviated(self, arg):
        if arg[1] in self.prefix_chars:
            if not self.allow_abbrev:
                return []
            name, equals, value = arg.partition("=")
            return [(action, each, value if equals else None) for each, action in self._by_option.items() if each.startswith(name)]
        found = []
        for each, action in self._by_option.items():
            if each == arg[:2]:
                found.append((action, each, arg[2:]))
            elif self.allow_abbrev and each.startswith(arg):
                found.append((action, each, None))
        return found

    def _value(self, action, text):
        if action.type is None:
            return text
        try:
            return action.type(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            raise ArgumentError(action, "invalid %s value: %r" % (getattr(action.type, "__name__", repr(action.type)), text))

    def _check(self, action, value):
        if action.choices is not None and value not in action.choices:
            raise ArgumentError(action, "invalid choice: %r (choose from %s)" % (value, ", ".join(map(repr, action.choices))))

    def _values(self, action, texts):
        n = action.nargs
        if n not in (PARSER, REMAINDER) and "--" in texts:
            texts = list(texts)
            texts.remove("--")
        if not texts and n == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._value(action, value)
                self._check(action, value)
            return value
        if not texts and n == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else []
        if len(texts) == 1 and n in (None, OPTIONAL):
            value = self._value(action, texts[0])
            self._check(action, value)
            return value
        values = [self._value(action, each) for each in texts]
        for each in values[:1] if n == PARSER else [] if n == REMAINDER else values:
            self._check(action, each)
        return values

    # output

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._exclusive)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._exclusive)
        formatter.add_text(self.description)
        for group in self._groups:
            formatter.measure(group._group_actions)
        for group in self._groups:
            formatter.start_section(group.title)
            formatter._deepen(1)
            formatter.add_text(group.description)
            formatter._deepen(-1)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def _print(self, text, file):
        if text:
            (file or _sys.stderr).write(text)

    def print_usage(self, file=None):
        self._print(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print(self.format_help(), _sys.stdout if file is None else file)

    def exit(self, status=0, message=None):
        if message:
            self._print(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, "%s: error: %s\n" % (self.prog, message))


class _Parse:
    """One command line: words are told apart into options (O) and arguments (A); arguments are matched with what each action takes."""

    def __init__(self, parser, args, namespace):
        self.parser, self.args, self.namespace = parser, args, namespace
        self.options, pattern = {}, []
        only_arguments = False
        for i, arg in enumerate(args):
            if only_arguments:
                pattern.append("A")
            elif arg == "--":
                pattern.append("-")
                only_arguments = True
            else:
                option = parser._find_option(arg)
                if option is not None:
                    self.options[i] = option
                pattern.append("A" if option is None else "O")
        self.pattern = "".join(pattern)
        self.waiting = [each for each in parser._actions if not each.option_strings]
        self.seen, self.given, self.extras = set(), set(), []

    def run(self):
        at, last = 0, self.pattern.rfind("O")
        while at <= last:
            next_option = self.pattern.index("O", at)
            if at != next_option:
                moved = self.take_positionals(at)
                if moved > at:
                    at = moved
                    continue
            if at not in self.options:
                self.extras += self.args[at:next_option]
                at = next_option
            at = self.take_option(at)
        at = self.take_positionals(at)
        self.extras += self.args[at:]
        self.check()
        return self.extras

    def wanted(self, action):
        """The pattern of the words that an action takes."""
        n = action.nargs
        text = {None: "(-*A-*)", OPTIONAL: "(-*A?-*)", ZERO_OR_MORE: "(-*[A-]*)", ONE_OR_MORE: "(-*A[A-]*)", REMAINDER: "([-AO]*)",
                PARSER: "(-*A[-AO]*)", SUPPRESS: "(-*-*)"}.get(n)
        if text is None:
            text = "(-*%s-*)" % "-*".join("A" * n)
        return text.replace("-*", "").replace("-", "") if action.option_strings else text

    def run_action(self, action, texts, option=None):
        self.seen.add(action)
        values = self.parser._values(action, texts)
        if values is not action.default:
            self.given.add(action)
            for group in self.parser._exclusive:
                if action in group._group_actions:
                    for other in group._group_actions:
                        if other is not action and other in self.given:
                            raise ArgumentError(action, "not allowed with argument %s" % _name_of(other))
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def take_option(self, at):
        action, name, value = self.options[at]
        todo = []
        while True:
            if action is None:
                self.extras.append(self.args[at])
                return at + 1
            if value is not None:
                count = len(_re.match(self.wanted(action), "A")[1]) if _re.match(self.wanted(action), "A") else None
                if count == 0 and name[1] not in self.parser.prefix_chars and value:
                    todo.append((action, [], name))
                    name, value = name[0] + value[0], value[1:] or None
                    if name not in self.parser._by_option:
                        raise ArgumentError(action, "ignored explicit argument %r" % (name[1] + (value or "")))
                    action = self.parser._by_option[name]
                    if value is None:
                        continue
                elif count == 1:
                    todo.append((action, [value], name))
                    at += 1
                    break
                else:
                    raise ArgumentError(action, "ignored explicit argument %r" % value)
            else:
                start = at + 1
                found = _re.match(self.wanted(action), self.pattern[start:])
                if found is None:
                    n = action.nargs
                    raise ArgumentError(action, {None: "expected one argument", OPTIONAL: "expected at most one argument", ONE_OR_MORE: "expected at least one argument"}.get(
                        n) or "expected %s argument%s" % (n, "" if n == 1 else "s"))
                at = start + len(found[1])
                todo.append((action, self.args[start:at], name))
                break
        for action, texts, name in todo:
            self.run_action(action, texts, name)
        return at

    def take_positionals(self, at):
        """As many of the waiting actions as match what comes next."""
        for count in range(len(self.waiting), 0, -1):
            found = _re.match("".join(map(self.wanted, self.waiting[:count])), self.pattern[at:])
            if found:
                break
        else:
            return at
        taken, self.waiting = self.waiting[:count], self.waiting[count:]
        for action, words in zip(taken, found.groups()):
            self.run_action(action, self.args[at:at + len(words)])
            at += len(words)
        return at

    def check(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif isinstance(action.default, str) and hasattr(self.namespace, action.dest) and action.default is getattr(self.namespace, action.dest):
                setattr(self.namespace, action.dest, self.parser._value(action, action.default))
        if missing:
            self.parser.error("the following arguments are required: %s" % ", ".join(missing))
        for group in self.parser._exclusive:
            if group.required and not any(each in self.given for each in group._group_actions):
                names = [_name_of(each) for each in group._group_actions if each.help is not SUPPRESS]
                self.parser.error("one of the arguments %s is required" % " ".join(names))
