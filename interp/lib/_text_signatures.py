"""_text_signatures: how CPython says that its builtin functions, methods and types are called (__text_signature__); loaded when one is asked for.

Written by tools/make_text_signatures.py. Names by their text; "()": the type itself; None: special methods without a text.
"""
import sys

_SPECIAL = {  # of most types
    '($module, /, name, globals=None, locals=None, fromlist=(),\n           level=0)': "__import__",
    '($self, /)': "__abs__ __aiter__ __anext__ __await__ __bool__ __bytes__ __ceil__ __complex__ __dir__ __float__ __floor__ __getnewargs__ __getstate__ "
        "__hash__ __index__ __int__ __invert__ __iter__ __len__ __neg__ __next__ __pos__ __repr__ __str__ __subclasses__ __trunc__",
    '($self, /, *args, **kwargs)': "__call__ __init__",
    '($self, format_spec, /)': "__format__",
    '($self, instance, /)': "__delete__ __instancecheck__",
    '($self, instance, owner=None, /)': "__get__",
    '($self, instance, value, /)': "__set__",
    '($self, key, /)': "__contains__ __delitem__ __getitem__",
    '($self, key, value, /)': "__setitem__",
    '($self, name, /)': "__delattr__ __getattribute__",
    '($self, name, value, /)': "__setattr__",
    '($self, ndigits=None, /)': "__round__",
    '($self, subclass, /)': "__subclasscheck__",
    '($self, unused, /)': "__deepcopy__",
    '($self, value, /)': "__add__ __and__ __divmod__ __eq__ __floordiv__ __ge__ __gt__ __iadd__ __iand__ __imul__ __ior__ __isub__ __ixor__ __le__ "
        "__lshift__ __lt__ __mod__ __mul__ __ne__ __or__ __radd__ __rand__ __rdivmod__ __reduce_ex__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ "
        "__rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __sub__ __truediv__ __xor__",
    '($self, value, mod=None, /)': "__pow__ __rpow__",
    '($type, *args, **kwargs)': "__new__",
    '($type, typestr, /)': "__getformat__",
}
_OWN = {
    '_abc': {
        '($module, /)': "get_cache_token",
    },
    '_bisect': {
        '($module, /, a, x, lo=0, hi=None, *, key=None)': "bisect_left bisect_right insort_left insort_right",
    },
    '_heapq': {
        '($module, heap, /)': "_heapify_max _heappop_max heapify heappop",
        '($module, heap, item, /)': "_heapreplace_max heappush heappushpop heapreplace",
    },
    '_operator': {
        '($module, a, /)': "abs index inv invert neg not_ pos truth",
        '($module, a, b, /)': "add and_ concat contains countOf delitem eq floordiv ge getitem gt iadd iand iconcat ifloordiv ilshift imatmul imod imul "
            "indexOf ior ipow irshift is_ is_not isub itruediv ixor le lshift lt matmul mod mul ne or_ pow rshift sub truediv xor",
        '($module, a, b, c, /)': "setitem",
        '($module, obj, /, *args, **kwargs)': "call",
        '($module, obj, default=0, /)': "length_hint",
    },
    '_struct': {
        '($module, /)': "_clearcache",
        '($module, format, /)': "calcsize",
        '($module, format, /, buffer, offset=0)': "unpack_from",
        '($module, format, buffer, /)': "iter_unpack unpack",
    },
    '_weakref': {
        '($module, dct, key, /)': "_remove_dead_weakref",
        '($module, object, /)': "getweakrefcount getweakrefs",
        '($module, object, callback=None, /)': "proxy",
    },
    'array.array': {
        '($self, /)': "__copy__ __sizeof__ buffer_info byteswap reverse tobytes tolist tounicode",
        '($self, bb, /)': "extend",
        '($self, buffer, /)': "frombytes",
        '($self, f, /)': "tofile",
        '($self, f, n, /)': "fromfile",
        '($self, i, v, /)': "insert",
        '($self, i=-1, /)': "pop",
        '($self, list, /)': "fromlist",
        '($self, ustr, /)': "fromunicode",
        '($self, v, /)': "append count remove",
        '($self, v, start=0, stop=sys.maxsize, /)': "index",
    },
    'binascii': {
        '($module, /, data, header=False)': "a2b_qp",
        '($module, /, data, quotetabs=False, istext=True, header=False)': "b2a_qp",
        '($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)': "b2a_hex hexlify",
        '($module, data, /)': "a2b_uu",
        '($module, data, /, *, backtick=False)': "b2a_uu",
        '($module, data, /, *, newline=True)': "b2a_base64",
        '($module, data, /, *, strict_mode=False)': "a2b_base64",
        '($module, data, crc, /)': "crc_hqx",
        '($module, data, crc=0, /)': "crc32",
        '($module, hexstr, /)': "a2b_hex unhexlify",
    },
    'builtins': {
        '($module, /)': "globals locals",
        "($module, /, *args, sep=' ', end='\\n', file=None, flush=False)": "print",
        '($module, /, base, exp, mod=None)': "pow",
        '($module, /, number, ndigits=None)': "round",
        '($module, /, source, filename, mode, flags=0,\n        dont_inherit=False, optimize=-1, *, _feature_version=-1)': "compile",
        '($module, aiterator, default=<unrepresentable>, /)': "anext",
        '($module, async_iterable, /)': "aiter",
        '($module, c, /)': "ord",
        '($module, cls, class_or_tuple, /)': "issubclass",
        '($module, i, /)': "chr",
        '($module, iterable, /)': "all any",
        '($module, iterable, /, *, key=None, reverse=False)': "sorted",
        '($module, iterable, /, start=0)': "sum",
        '($module, number, /)': "bin hex oct",
        '($module, obj, /)': "ascii callable hash id len repr",
        '($module, obj, class_or_tuple, /)': "isinstance",
        '($module, obj, name, /)': "delattr hasattr",
        '($module, obj, name, value, /)': "setattr",
        "($module, prompt='', /)": "input",
        '($module, source, globals=None, locals=None, /)': "eval",
        '($module, source, globals=None, locals=None, /, *, closure=None)': "exec",
        "($module, value, format_spec='', /)": "format",
        '($module, x, /)': "abs",
        '($module, x, y, /)': "divmod",
    },
    'bytearray': {
        '($self, /)': "__reduce__ __sizeof__ clear copy reverse",
        "($self, /, encoding='utf-8', errors='strict')": "decode",
        '($self, /, keepends=False)': "splitlines",
        '($self, /, sep=<unrepresentable>, bytes_per_sep=1)': "hex",
        '($self, /, sep=None, maxsplit=-1)': "rsplit split",
        '($self, /, tabsize=8)': "expandtabs",
        '($self, bytes=None, /)': "lstrip rstrip strip",
        '($self, index, item, /)': "insert",
        '($self, index=-1, /)': "pop",
        '($self, item, /)': "append",
        '($self, iterable_of_bytes, /)': "join",
        '($self, iterable_of_ints, /)': "extend",
        '($self, old, new, count=-1, /)': "replace",
        '($self, prefix, /)': "removeprefix",
        '($self, proto=0, /)': "__reduce_ex__",
        '($self, sep, /)': "partition rpartition",
        '($self, suffix, /)': "removesuffix",
        "($self, table, /, delete=b'')": "translate",
        '($self, value, /)': "remove",
        '($self, width, /)': "zfill",
        "($self, width, fillchar=b' ', /)": "center ljust rjust",
        '($type, string, /)': "fromhex",
        '(frm, to, /)': "maketrans",
    },
    'bytearray_iterator': {
        '($self, /)': "__reduce__",
    },
    'bytes': {
        None: "__getnewargs__",
        "($self, /, encoding='utf-8', errors='strict')": "decode",
        '($self, /, keepends=False)': "splitlines",
        '($self, /, sep=<unrepresentable>, bytes_per_sep=1)': "hex",
        '($self, /, sep=None, maxsplit=-1)': "rsplit split",
        '($self, /, tabsize=8)': "expandtabs",
        '($self, bytes=None, /)': "lstrip rstrip strip",
        '($self, iterable_of_bytes, /)': "join",
        '($self, old, new, count=-1, /)': "replace",
        '($self, prefix, /)': "removeprefix",
        '($self, sep, /)': "partition rpartition",
        '($self, suffix, /)': "removesuffix",
        "($self, table, /, delete=b'')": "translate",
        '($self, width, /)': "zfill",
        "($self, width, fillchar=b' ', /)": "center ljust rjust",
        '($type, string, /)': "fromhex",
        '(frm, to, /)': "maketrans",
    },
    'cell': {
        '([contents])': "()",
    },
    'code': {
        '($self, /, **changes)': "replace",
        '($self, /, oparg)': "_varname_from_oparg",
        '(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,\n     flags, codestring, constants, names, varnames, filename, name,\n     qualname, firstlineno, linetable, exceptiontable, freevars=(),\n     cellvars=(), /)': " "
            "()",
    },
    'collections.OrderedDict': {
        '($self, /, key, default=<unrepresentable>)': "pop",
        '($self, /, key, default=None)': "setdefault",
        '($self, /, key, last=True)': "move_to_end",
        '($self, /, last=True)': "popitem",
        '($type, /, iterable, value=None)': "fromkeys",
    },
    'complex': {
        '($self, /)': "conjugate",
        '(real=0, imag=0)': "()",
    },
    'dict': {
        None: "__getitem__",
        '($self, /)': "__reversed__ popitem",
        '($self, key, default=<unrepresentable>, /)': "pop",
        '($self, key, default=None, /)': "get setdefault",
        '($type, iterable, value=None, /)': "fromkeys",
    },
    'enumerate': {
        '(iterable, start=0)': "()",
    },
    'float': {
        '($self, /)': "as_integer_ratio conjugate hex is_integer",
        '($type, string, /)': "fromhex",
        '(x=0, /)': "()",
    },
    'frozenset': {
        None: "__contains__",
    },
    'function': {
        '(code, globals, name=None, argdefs=None, closure=None)': "()",
    },
    'gc': {
        '($module, /)': "disable enable freeze get_count get_debug get_freeze_count get_stats get_threshold isenabled unfreeze",
        '($module, /, generation=2)': "collect",
        '($module, /, generation=None)': "get_objects",
        '($module, flags, /)': "set_debug",
        '($module, obj, /)': "is_finalized is_tracked",
    },
    'int': {
        None: "__ceil__ __floor__ __trunc__",
        '($self, /)': "__sizeof__ as_integer_ratio bit_count bit_length",
        "($self, /, length=1, byteorder='big', *, signed=False)": "to_bytes",
        '($self, ndigits=<unrepresentable>, /)': "__round__",
        "($type, /, bytes, byteorder='big', *, signed=False)": "from_bytes",
    },
    'io': {
        "($module, /, file, mode='r', buffering=-1, encoding=None,\n     errors=None, newline=None, closefd=True, opener=None)": "open",
    },
    'itertools': {
        '($module, iterable, n=2, /)': "tee",
    },
    'itertools._tee': {
        '(iterable, /)': "()",
    },
    'itertools.accumulate': {
        '(iterable, func=None, *, initial=None)': "()",
    },
    'itertools.chain': {
        '($type, iterable, /)': "from_iterable",
    },
    'itertools.combinations': {
        '(iterable, r)': "()",
    },
    'itertools.combinations_with_replacement': {
        '(iterable, r)': "()",
    },
    'itertools.compress': {
        '(data, selectors)': "()",
    },
    'itertools.count': {
        '(start=0, step=1)': "()",
    },
    'itertools.cycle': {
        '(iterable, /)': "()",
    },
    'itertools.dropwhile': {
        '(predicate, iterable, /)': "()",
    },
    'itertools.filterfalse': {
        '(function, iterable, /)': "()",
    },
    'itertools.groupby': {
        '(iterable, key=None)': "()",
    },
    'itertools.pairwise': {
        '(iterable, /)': "()",
    },
    'itertools.permutations': {
        '(iterable, r=None)': "()",
    },
    'itertools.starmap': {
        '(function, iterable, /)': "()",
    },
    'itertools.takewhile': {
        '(predicate, iterable, /)': "()",
    },
    'list': {
        None: "__getitem__",
        '($self, /)': "__reversed__ __sizeof__ clear copy reverse",
        '($self, /, *, key=None, reverse=False)': "sort",
        '($self, index, object, /)': "insert",
        '($self, index=-1, /)': "pop",
        '($self, iterable, /)': "extend",
        '($self, object, /)': "append",
        '($self, value, /)': "count remove",
        '($self, value, start=0, stop=sys.maxsize, /)': "index",
        '(iterable=(), /)': "()",
    },
    'math': {
        '($module, *integers)': "gcd lcm",
        '($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)': "isclose",
        '($module, iterable, /, *, start=1)': "prod",
        '($module, n, /)': "factorial isqrt",
        '($module, n, k, /)': "comb",
        '($module, n, k=None, /)': "perm",
        '($module, p, q, /)': "dist",
        '($module, seq, /)': "fsum",
        '($module, x, /)': "acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor frexp gamma isfinite isinf isnan "
            "lgamma log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp",
        '($module, x, i, /)': "ldexp",
        '($module, x, y, /)': "copysign fmod nextafter pow remainder",
        '($module, y, x, /)': "atan2",
    },
    'memoryview': {
        '($self, /)': "release tolist toreadonly",
        '($self, /, format, shape=<unrepresentable>)': "cast",
        "($self, /, order='C')": "tobytes",
        '($self, /, sep=<unrepresentable>, bytes_per_sep=1)': "hex",
        '(object)': "()",
    },
    'method': {
        '($self, /)': "__reduce__",
        '(function, instance, /)': "()",
    },
    'module': {
        None: "__dir__",
        '(name, doc=None)': "()",
    },
    'object': {
        '($self, /)': "__reduce__ __sizeof__",
        '($self, protocol, /)': "__reduce_ex__",
        '()': "()",
    },
    'posix': {
        '($module, /)': "abort cpu_count ctermid fork forkpty getcwd getcwdb getegid geteuid getgid getgroups getloadavg getlogin getpgrp getpid getppid "
            "getresgid getresuid getuid openpty pipe sched_yield setpgrp setsid sync times uname wait",
        '($module, /, *, before=<unrepresentable>,\n                 after_in_child=<unrepresentable>,\n                 after_in_parent=<unrepresentable>)': " "
            "register_at_fork",
        '($module, /, command)': "system",
        '($module, /, fd)': "close device_encoding eventfd_read fchdir fdatasync fstat fsync",
        '($module, /, fd, fd2, inheritable=True)': "dup2",
        '($module, /, fd, mode)': "fchmod",
        '($module, /, fd, uid, gid)': "fchown",
        '($module, /, fd, value)': "eventfd_write",
        '($module, /, initval, flags=EFD_CLOEXEC)': "eventfd",
        '($module, /, name, flags=MFD_CLOEXEC)': "memfd_create",
        '($module, /, options)': "wait3",
        '($module, /, out_fd, in_fd, offset, count)': "sendfile",
        '($module, /, path)': "chdir chroot fspath statvfs",
        '($module, /, path, *, dir_fd=None)': "lstat readlink remove rmdir unlink",
        '($module, /, path, *, dir_fd=None, follow_symlinks=True)': "stat",
        '($module, /, path, argv, env)': "execve",
        '($module, /, path, attribute, *, follow_symlinks=True)': "getxattr removexattr",
        '($module, /, path, attribute, value, flags=0, *,\n         follow_symlinks=True)': "setxattr",
        '($module, /, path, flags, mode=511, *, dir_fd=None)': "open",
        '($module, /, path, length)': "truncate",
        '($module, /, path, mode, *, dir_fd=None, effective_ids=False,\n       follow_symlinks=True)': "access",
        '($module, /, path, mode, *, dir_fd=None, follow_symlinks=True)': "chmod",
        '($module, /, path, mode=384, device=0, *, dir_fd=None)': "mknod",
        '($module, /, path, mode=438, *, dir_fd=None)': "mkfifo",
        '($module, /, path, mode=511, *, dir_fd=None)': "mkdir",
        '($module, /, path, name)': "pathconf",
        '($module, /, path, times=None, *, ns=<unrepresentable>,\n      dir_fd=None, follow_symlinks=True)': "utime",
        '($module, /, path, uid, gid)': "lchown",
        '($module, /, path, uid, gid, *, dir_fd=None, follow_symlinks=True)': "chown",
        '($module, /, path=None)': "listdir scandir",
        '($module, /, path=None, *, follow_symlinks=True)': "listxattr",
        '($module, /, pid)': "getpgid",
        '($module, /, pid, flags=0)': "pidfd_open",
        '($module, /, pid, options)': "wait4",
        '($module, /, policy)': "sched_get_priority_max sched_get_priority_min",
        '($module, /, size, flags=0)': "getrandom",
        '($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None)': "rename replace",
        '($module, /, src, dst, *, src_dir_fd=None, dst_dir_fd=None,\n     follow_symlinks=True)': "link",
        '($module, /, src, dst, count, offset_src=None,\n                offset_dst=None)': "copy_file_range",
        '($module, /, src, dst, count, offset_src=None, offset_dst=None,\n       flags=0)': "splice",
        '($module, /, src, dst, target_is_directory=False, *, dir_fd=None)': "symlink",
        '($module, /, status)': "WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WSTOPSIG WTERMSIG _exit waitstatus_to_exitcode",
        '($module, /, which, who)': "getpriority",
        '($module, /, which, who, priority)': "setpriority",
        '($module, code, /)': "strerror",
        '($module, device, /)': "major minor",
        '($module, egid, /)': "setegid",
        '($module, euid, /)': "seteuid",
        '($module, fd, /)': "dup fstatvfs get_blocking get_inheritable isatty login_tty tcgetpgrp ttyname",
        '($module, fd, blocking, /)': "set_blocking",
        '($module, fd, buffer, offset, /)': "pwrite",
        '($module, fd, buffers, /)': "readv writev",
        '($module, fd, buffers, offset, flags=0, /)': "preadv pwritev",
        '($module, fd, command, length, /)': "lockf",
        '($module, fd, data, /)': "write",
        '($module, fd, inheritable, /)': "set_inheritable",
        '($module, fd, length, /)': "ftruncate read",
        '($module, fd, length, offset, /)': "pread",
        '($module, fd, name, /)': "fpathconf",
        '($module, fd, offset, length, /)': "posix_fallocate",
        '($module, fd, offset, length, advice, /)': "posix_fadvise",
        '($module, fd, pgid, /)': "tcsetpgrp",
        '($module, fd, position, whence, /)': "lseek",
        '($module, fd=<unrepresentable>, /)': "get_terminal_size",
        '($module, fd_low, fd_high, /)': "closerange",
        '($module, flags, /)': "pipe2",
        '($module, gid, /)': "setgid",
        '($module, groups, /)': "setgroups",
        '($module, idtype, id, options, /)': "waitid",
        '($module, increment, /)': "nice",
        '($module, major, minor, /)': "makedev",
        '($module, mask, /)': "umask",
        '($module, name, /)': "confstr sysconf unsetenv",
        '($module, name, value, /)': "putenv",
        '($module, path, argv, /)': "execv",
        '($module, path, argv, env, /, *, file_actions=(),\n             setpgroup=<unrepresentable>, resetids=False, setsid=False,\n             setsigmask=(), setsigdef=(), scheduler=<unrepresentable>)': " "
            "posix_spawnp",
        '($module, path, argv, env, /, *, file_actions=(),\n            setpgroup=<unrepresentable>, resetids=False, setsid=False,\n            setsigmask=(), setsigdef=(), scheduler=<unrepresentable>)': " "
            "posix_spawn",
        '($module, pgid, signal, /)': "killpg",
        '($module, pid, /)': "getsid sched_getaffinity sched_getparam sched_getscheduler sched_rr_get_interval",
        '($module, pid, mask, /)': "sched_setaffinity",
        '($module, pid, options, /)': "waitpid",
        '($module, pid, param, /)': "sched_setparam",
        '($module, pid, pgrp, /)': "setpgid",
        '($module, pid, policy, param, /)': "sched_setscheduler",
        '($module, pid, signal, /)': "kill",
        '($module, rgid, egid, /)': "setregid",
        '($module, rgid, egid, sgid, /)': "setresgid",
        '($module, ruid, euid, /)': "setreuid",
        '($module, ruid, euid, suid, /)': "setresuid",
        '($module, size, /)': "urandom",
        '($module, status, /)': "WCOREDUMP",
        '($module, uid, /)': "setuid",
        '($module, user, group, /)': "getgrouplist",
        '($module, username, gid, /)': "initgroups",
    },
    'property': {
        '(fget=None, fset=None, fdel=None, doc=None)': "()",
    },
    'reversed': {
        '(sequence, /)': "()",
    },
    'set': {
        None: "__contains__",
    },
    'str': {
        None: "__getnewargs__",
        '($self, /)': "__sizeof__ capitalize casefold isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle "
            "isupper lower swapcase title upper",
        "($self, /, encoding='utf-8', errors='strict')": "encode",
        '($self, /, keepends=False)': "splitlines",
        '($self, /, sep=None, maxsplit=-1)': "rsplit split",
        '($self, /, tabsize=8)': "expandtabs",
        '($self, chars=None, /)': "lstrip rstrip strip",
        '($self, iterable, /)': "join",
        '($self, old, new, count=-1, /)': "replace",
        '($self, prefix, /)': "removeprefix",
        '($self, sep, /)': "partition rpartition",
        '($self, suffix, /)': "removesuffix",
        '($self, table, /)': "translate",
        '($self, width, /)': "zfill",
        "($self, width, fillchar=' ', /)": "center ljust rjust",
        '(x, y=<unrepresentable>, z=<unrepresentable>, /)': "maketrans",
    },
    'sys': {
        '($module, /)': "_clear_type_cache _current_exceptions _current_frames _debugmallocstats _getquickenedcount exc_info exception get_asyncgen_hooks "
            "get_coroutine_origin_tracking_depth get_int_max_str_digits getallocatedblocks getdefaultencoding getdlopenflags getfilesystemencodeerrors "
            "getfilesystemencoding getprofile getrecursionlimit getswitchinterval gettrace is_finalizing",
        '($module, /, depth)': "set_coroutine_origin_tracking_depth",
        '($module, /, hook)': "addaudithook",
        '($module, /, maxdigits)': "set_int_max_str_digits",
        '($module, depth=0, /)': "_getframe",
        '($module, exctype, value, traceback, /)': "excepthook",
        '($module, flags, /)': "setdlopenflags",
        '($module, func, args, /)': "call_tracing",
        '($module, interval, /)': "setswitchinterval",
        '($module, limit, /)': "setrecursionlimit",
        '($module, object, /)': "displayhook getrefcount",
        '($module, status=None, /)': "exit",
        '($module, string, /)': "intern",
        '($module, unraisable, /)': "unraisablehook",
    },
    'traceback': {
        None: "__dir__",
    },
    'tuple': {
        '($self, value, /)': "count",
        '($self, value, start=0, stop=sys.maxsize, /)': "index",
        '(iterable=(), /)': "()",
    },
    'type': {
        '($self, /)': "__sizeof__ mro",
    },
    'unicodedata': {
        '($self, chr, /)': "bidirectional category combining decomposition east_asian_width mirrored",
        '($self, chr, default=<unrepresentable>, /)': "decimal digit name numeric",
        '($self, form, unistr, /)': "is_normalized normalize",
        '($self, name, /)': "lookup",
    },
}
_known = {}


def _texts_of(owner):
    """The texts of a module or type, by name."""
    if owner not in _known:
        _known[owner] = {name: text for text, names in _OWN.get(owner, {}).items() for name in names.split()}
    return _known[owner]


_special = {name: text for text, names in _SPECIAL.items() for name in names.split()}


def _name_of(cls):
    return cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__name__}"


def _owner_of(obj):
    """The type or module that has the function."""
    owner = getattr(obj, "__objclass__", None)
    if owner is not None:
        return _name_of(owner)
    instance, qualname = obj.__self__, obj.__qualname__
    if instance is None and "." in qualname:
        return qualname.rpartition(".")[0]
    if instance is None or type(instance) is type(sys):
        return obj.__module__ or "builtins"
    for cls in (instance if isinstance(instance, type) else type(instance)).__mro__:
        if obj.__name__ in cls.__dict__:
            return _name_of(cls)
    return ""


def find(obj):
    if isinstance(obj, type):
        return _texts_of(_name_of(obj)).get("()")
    name, texts = obj.__name__, _texts_of(_owner_of(obj))
    return texts[name] if name in texts else _special.get(name)
