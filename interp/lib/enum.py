"""enum: classes whose attributes are their only instances."""
import sys
from types import DynamicClassAttribute, MappingProxyType

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property", "verify", "member",
           "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "global_enum", "EnumCheck",
           "global_enum_repr", "global_flag_repr", "global_str", "pickle_by_global_name", "pickle_by_enum_name"]

Enum = Flag = ReprEnum = EJECT = KEEP = None
_builtin_property = property


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    _pending = object()

    def __init__(self, value=_pending):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % (self.value,)


class property(DynamicClassAttribute):
    """An attribute of members; a member of the same name shows through the class."""
    member = None

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            try:
                return ownerclass._member_map_[self.name]
            except KeyError:
                raise AttributeError("%r has no attribute %r" % (ownerclass, self.name)) from None
        if self.fget is None:
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))
        self.fdel(instance)


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1:2] != "_" and name[-2:-1] != "_"


def _is_private(cls_name, name):
    pattern = "_%s__" % cls_name
    return len(name) > len(pattern) and name.startswith(pattern) and not name.endswith("__")


def _is_inner_class(cls_name, cls):
    return ("." + cls.__qualname__).endswith(".%s.%s" % (cls_name, cls.__name__))


_reserved = {"_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_", "_iter_member_by_value_",
             "_iter_member_by_def_", "_boundary_"}


class _EnumDict(dict):
    """The namespace of the class body: tells members from the rest as they come."""

    def __init__(self):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._generate = None
        self._numbered = False

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in _reserved:
                raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
            if key == "_generate_next_value_":
                if self._numbered:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                self._ignore = value.replace(",", " ").split() if isinstance(value, str) else list(value)
        elif _is_dunder(key):
            pass
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value):
            if isinstance(value, member):
                value = value.value
            if key in self:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            elif isinstance(value, type) and _is_inner_class(self._cls_name, value):
                from warnings import warn
                warn("In 3.13 classes created inside an enum will not become a member.  Use the `member` decorator to keep the current behavior.",
                     DeprecationWarning, stacklevel=2)
            if isinstance(value, auto):
                value = self._number(key, value)
            elif type(value) is tuple and any(isinstance(each, auto) for each in value):
                value = tuple(self._number(key, each) if isinstance(each, auto) else each for each in value)
            else:
                self._last_values.append(value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def _number(self, key, pending):
        if pending.value is auto._pending:
            pending.value = self._generate(key, 1, len(self._member_names), self._last_values[:])
            self._numbered = True
        self._last_values.append(pending.value)
        return pending.value

    def update(self, members, **more):
        pairs = [(name, members[name]) for name in members.keys()] if hasattr(members, "keys") else members
        for name, value in (*pairs, *more.items()):
            self[name] = value


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = _EnumDict()
        namespace._cls_name = cls
        data_type, first_enum = metacls._bases_of(cls, bases)
        if first_enum is not None:
            namespace._generate = getattr(first_enum, "_generate_next_value_", None)
        else:
            namespace._generate = _default_next_value
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        for name in classdict._member_names:
            if name in ("mro", ""):
                raise ValueError("invalid enum member name(s) %s" % repr(name))
        ignore = classdict._ignore
        data_type, first_enum = metacls._bases_of(cls, bases)
        member_names = [name for name in classdict._member_names if name not in ignore]
        namespace = {name: value for name, value in classdict.items() if name not in member_names and name not in ignore and name != "_ignore_"}
        if "_generate_next_value_" in namespace and not isinstance(namespace["_generate_next_value_"], staticmethod):
            namespace["_generate_next_value_"] = staticmethod(namespace["_generate_next_value_"])
        order = namespace.pop("_order_", None)
        own_new = namespace.get("__new__")
        if Enum is None:  # Enum itself: its __new__ looks members up
            own_new = None
            namespace["__new_member__"] = object.__new__
        if own_new is not None:
            namespace["__new_member__"] = own_new
            if not isinstance(own_new, staticmethod):
                namespace["__new_member__"] = staticmethod(own_new)
        namespace["_member_names_"] = []
        namespace["_member_map_"] = {}
        namespace["_value2member_map_"] = {}
        namespace["_unhashable_values_"] = []
        namespace["_member_type_"] = data_type
        if "_value_repr_" not in namespace:
            namespace["_value_repr_"] = metacls._data_repr(bases)
        namespace["_boundary_"] = boundary or getattr(first_enum, "_boundary_", None)
        namespace["_flag_mask_"] = 0
        namespace["_all_bits_"] = 0
        namespace["_singles_mask_"] = 0
        enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        make, use_args = metacls._constructor(own_new, data_type, first_enum)
        enum_class._new_member_ = make
        enum_class._use_args_ = use_args
        for name in member_names:
            enum_class._add_member(name, classdict[name], make, use_args)
        if Enum is not None:
            enum_class.__new__ = Enum.__new__
            enum_class._fix_strings(data_type, namespace)
        if order is not None:
            names = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            aliases = enum_class._member_map_.keys() - set(enum_class._member_names_)
            names = [name for name in names if name not in aliases]
            if names != enum_class._member_names_:
                raise TypeError("member order does not match _order_:\n  %r\n  %r" % (enum_class._member_names_, names))
        return enum_class

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    def _add_member(cls, name, value, make, use_args):
        data_type = cls._member_type_
        args = value if isinstance(value, tuple) else (value,)
        if data_type is tuple:
            args = (args,)
        if not use_args:
            new_member = make(cls)
        else:
            new_member = make(cls, *args)
        if "_value_" not in new_member.__dict__:
            if data_type is object:
                new_member._value_ = value
            else:
                try:
                    new_member._value_ = data_type(*args)
                except Exception as exc:
                    new_error = TypeError("_value_ not set in __new__, unable to create it")
                    new_error.__cause__ = exc
                    raise new_error
        value = new_member._value_
        new_member._name_ = name
        new_member.__objclass__ = cls
        new_member.__init__(*args)
        canonical = None
        if Flag is None or not issubclass(cls, Flag) or isinstance(value, int):
            try:
                canonical = cls._value2member_map_.get(value)
            except TypeError:
                for each in cls._member_map_.values():
                    if each._value_ == value:
                        canonical = each
        if canonical is not None:
            new_member = canonical
        else:
            new_member._sort_order_ = len(cls._member_names_)
            flag = Flag is not None and issubclass(cls, Flag)
            if not flag or (isinstance(value, int) and value > 0 and value & (value - 1) == 0):
                cls._member_names_.append(name)
            if flag and isinstance(value, int):
                if value > 0:
                    cls._flag_mask_ |= value
                    cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
                    if value & (value - 1) == 0:
                        cls._singles_mask_ |= value
        cls._member_map_[name] = new_member
        try:
            cls._value2member_map_.setdefault(value, new_member)
        except TypeError:
            cls._unhashable_values_.append(value)
        # A property of that name steps aside for the member when asked through the class; anything else is replaced.
        found = None
        for base in cls.__mro__[1:]:
            found = base.__dict__.get(name)
            if found is not None:
                break
        if isinstance(found, DynamicClassAttribute):
            redirect = property(found.fget, found.fset, found.fdel, found.__doc__)
            redirect.member = new_member
            redirect.__set_name__(cls, name)
            type.__setattr__(cls, name, redirect)
        else:
            type.__setattr__(cls, name, new_member)

    def _fix_strings(cls, data_type, namespace):
        """What a mixed-in data type would otherwise decide: a ReprEnum prints as its value, every other enumeration as a member; flags combine."""
        def take(name, method):
            if name not in namespace:
                type.__setattr__(cls, name, method)

        if ReprEnum is not None and ReprEnum in cls.__bases__:
            take("__str__", data_type.__repr__ if data_type.__str__ is object.__str__ else data_type.__str__)
            take("__format__", data_type.__format__)
        first = Flag if Flag is not None and issubclass(cls, Flag) else Enum
        if data_type is not object:
            for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
                found = getattr(cls, name, None)
                if found is getattr(data_type, name, None) or found is getattr(object, name, None):
                    if ReprEnum is None or not issubclass(cls, ReprEnum) or name == "__repr__":
                        take(name, getattr(first, name))
        if first is Flag:
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                take(name, getattr(Flag, name))

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _bases_of(mcls, class_name, bases):
        """The data type members are made of, and the enumeration class among the bases."""
        if not bases:
            return object, None
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        candidate = base._member_type_
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    candidate = candidate or base
                    break
                else:
                    candidate = candidate or base
            else:
                if candidate is not None and not any("__new__" in base.__dict__ for base in candidate.__mro__[:-1]):
                    candidate = None
            if candidate is not None and candidate not in found:
                found.append(candidate)
        if len(found) > 1:
            raise TypeError("too many data types for %r: %r" % (class_name, set(found)))
        return (found[0] if found else object), first_enum

    @classmethod
    def _data_repr(mcls, bases):
        """How a value is shown in a member: as the enumeration among the bases shows it, or the data type; None: as any object."""
        for base in (base for chain in bases for base in chain.__mro__ if base is not object):
            if isinstance(base, EnumType):
                return base._value_repr_
            if "__repr__" in base.__dict__:
                return base.__dict__["__repr__"]
        return None

    @classmethod
    def _constructor(mcls, own_new, data_type, first_enum):
        if own_new is not None:
            make = own_new.__func__ if isinstance(own_new, staticmethod) else own_new
        else:
            make = getattr(first_enum, "__new_member__", None)
            if make is None or make is object.__new__:
                make = data_type.__new__
        return make, make is not object.__new__

    # ---- the class as a container ----

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original, names, last_values = names, [], []
            for count, name in enumerate(original):
                value = cls._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                names.append((name, value))
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value
        if module is None:
            try:
                module = sys._getframe(2).f_globals["__name__"]
            except (AttributeError, ValueError, KeyError):
                pass
        if module is not None:
            classdict["__module__"] = module
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (type(member).__qualname__, cls.__class__.__qualname__))
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__", "__name__",
                 "__qualname__"}
        names.update(cls._member_names_)
        return sorted(names | {"__init_subclass__"} if cls._member_type_ is object else names | set(dir(cls._member_type_)))

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    @_builtin_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__


EnumMeta = EnumType


def _default_next_value(name, start, count, last_values):
    if not last_values:
        return start
    last = last_values[-1]
    try:
        last_values.sort()
        if last == last_values[-1]:
            return last + 1
    except TypeError:
        pass
    from warnings import warn
    warn("In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and support adding +1\n"
         "and the value returned will be the largest value in the enum incremented by 1", DeprecationWarning, stacklevel=4)
    for value in reversed(last_values):
        try:
            return value + 1
        except TypeError:
            pass
    return start


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for each in cls._member_map_.values():
                if each._value_ == value:
                    return each
        if not cls._member_map_:  # reached from a __new__ that meant its data type's
            raise TypeError("%r has no members defined" % cls)
        try:
            exc = None
            result = cls._missing_(value)
        except Exception as error:
            exc = error
            result = None
        try:
            if isinstance(result, cls) or (Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int)):
                return result
            invalid = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
            if result is None and exc is None:
                raise invalid
            if exc is None:
                exc = TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, result))
            if not isinstance(exc, ValueError):
                exc.__context__ = invalid
            raise exc
        finally:
            exc = invalid = None

    def __init__(self, *args, **kwds):
        pass

    _generate_next_value_ = staticmethod(_default_next_value)

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        names = set() if self.__class__._member_type_ is object else set(object.__dir__(self))
        names.update(name for name in getattr(self, "__dict__", ()) if name[0] != "_" and name not in self._member_map_)
        for cls in self.__class__.mro():
            for name, value in cls.__dict__.items():
                if name[0] == "_":
                    continue
                if name not in self._member_map_ or (isinstance(value, property) and value.fget is not None):
                    names.add(name)
                elif isinstance(value, property):
                    names.discard(name)
        return sorted(names | {"__class__", "__doc__", "__eq__", "__hash__", "__module__"})

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % values)
        for value, what in zip(values[1:], ("encoding", "errors")):
            if not isinstance(value, str):
                raise TypeError("%s must be a string, not %r" % (what, value))
        value = str(*values)
        self = str.__new__(cls, value)
        self._value_ = value
        return self

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(value):
    while value:
        low = value & -value
        yield low
        value ^= low


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError("invalid flag value %r" % last) from None

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask, every = cls._flag_mask_, cls._all_bits_
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s" % (cls, value, _binary(value, width), _binary(mask, width)))
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value += max(every + 1, 2 ** value.bit_length())
        if value < 0:
            value += every + 1
        if value not in cls._value2member_map_:
            if cls._member_type_ is object:
                made = object.__new__(cls)
            else:
                made = cls._member_type_.__new__(cls, value)
            made._value_ = value
            parts = cls._parts(value)
            if value & ~cls._singles_mask_:  # aliases of several bits that are in it, too
                parts += [each for each in cls._member_map_.values() if each not in parts and each._value_ and each._value_ & value == each._value_]
            made._name_ = "|".join([each._name_ for each in parts]) or None
            unknown = value
            for each in parts:
                unknown &= ~each._value_
            if parts and unknown:
                if cls._boundary_ is STRICT:
                    raise ValueError("%r: no members with value %r" % (cls, unknown))
                made._name_ += "|%s" % cls._numeric_repr_(unknown)
            cls._value2member_map_[value] = made
        return cls._value2member_map_[value]

    @classmethod
    def _parts(cls, value):
        found = [cls._value2member_map_[bit] for bit in _bits(value & cls._singles_mask_)]
        return sorted(found, key=lambda each: each._sort_order_)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._parts(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        value_repr = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return "<%s: %s>" % (self.__class__.__name__, value_repr(self._value_))
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, value_repr(self._value_))

    def __str__(self):
        if self._name_ is None:
            return "%s(%s)" % (self.__class__.__name__, repr(self._value_))
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _other_value(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        value = self._other_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


def _binary(value, width):
    """As 0b0 0101; negative numbers in two's complement, introduced by 0b1."""
    return "0b%d %s" % (value < 0, format(value & (1 << width) - 1, "0%db" % width))


def unique(enumeration):
    duplicates = [(name, each.name) for name, each in enumeration.__members__.items() if name != each.name]
    if duplicates:
        raise ValueError("duplicate values found in %r: %s" % (enumeration, ", ".join("%s -> %s" % pair for pair in duplicates)))
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [(alias, each.name) for alias, each in enumeration.__members__.items() if alias != each.name]
                if duplicates:
                    raise ValueError("aliases found in %r: %s" % (enumeration, ", ".join("%s -> %s" % pair for pair in duplicates)))
            elif check is CONTINUOUS:
                values = {each.value for each in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                wanted = [2 ** i for i in range(low.bit_length(), high.bit_length() - 1)] if issubclass(enumeration, Flag) else range(low + 1, high)
                missing = [value for value in wanted if value not in values]
                if missing:
                    raise ValueError(("invalid %s %r: missing values %s" % ("flag" if issubclass(enumeration, Flag) else "enum", name,
                                                                         ", ".join(map(str, missing))))[:256])
            elif check is NAMED_FLAGS:
                self._check_named(enumeration)
        return enumeration

    @staticmethod
    def _check_named(enumeration):
        known = {each._value_ for each in enumeration}
        without, missing = [], 0
        for alias, each in enumeration._member_map_.items():
            if alias not in enumeration._member_names_ and each._value_ >= 0:
                unnamed = sum(bit for bit in _bits(each._value_) if bit not in known)
                if unnamed:
                    without.append(alias)
                    missing |= unnamed
        if without:
            what = "alias %s is" % without[0] if len(without) == 1 else "aliases %s and %s are" % (", ".join(without[:-1]), without[-1])
            many = "" if missing & (missing - 1) == 0 else "combined values of "
            raise ValueError("invalid Flag %r: %s missing %s0x%x [use enum.show_flag_values(value) for details]"
                             % (enumeration.__name__, what, many or "value ", missing))


def show_flag_values(value):
    return list(_bits(value))


# ---- members as globals of their module ----

def global_enum_repr(self):
    return "%s.%s" % (self.__class__.__module__.split(".")[-1], self._name_)


def global_flag_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    return "|".join([name if self._boundary_ is KEEP and name[0].isdigit() else "%s.%s" % (module, name) for name in self._name_.split("|")])


def global_str(self):
    return "%s(%r)" % (self.__class__.__name__, self._value_) if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def pickle_by_global_name(self, proto):
    return self._name_


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)
