"""Frozen values that cost no more than others: `from converter.frozen import dataclass`.

A report is some ten thousand small values. What `dataclasses` does to freeze one (a guarded call for each field) takes five
times as long as making it. So the type checker alone holds that nobody sets a field: to it this is `dataclasses.dataclass`
itself; at run time `frozen=True` gives a value that compares and hashes by its fields, and is not guarded.

A class is made in a third of the time too: `dataclasses` writes and compiles source for each method, of a hundred classes at
every start. Here it does so for `__init__` alone.

`cached_property` is that of `functools` without what it does for threads: until Python 3.12 its lock takes longer than most of what is
found out here. Two threads that ask at once both find out, and the same.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
    from functools import cached_property
else:

    class cached_property:  # noqa: N801 - what functools calls it
        """Found out when it is first asked for; then it is the value's own."""

        def __init__(self, found: Callable[[Any], Any]) -> None:
            self.found, self.name, self.__doc__ = found, found.__name__, found.__doc__

        def __get__(self, value: Any, _owner: type[Any]) -> Any:
            if value is None:
                return self
            out = vars(value)[self.name] = self.found(value)
            return out

    def dataclass(*, frozen: bool, slots: bool = False) -> Callable[[type[Any]], type[Any]]:
        """Like `dataclasses.dataclass`, without the guard; asked for by name, so that a class says what it is."""

        def made(cls: type[Any]) -> type[Any]:
            # a class that mypyc compiled has slots by itself, and stays the one that is given here whatever comes back
            plain = dataclasses.dataclass(repr=False, eq=False, slots=slots and not hasattr(cls, "__mypyc_attrs__"))(cls)
            methods = {"__repr__": _shown, **_compared(plain, hashed=frozen)}
            for name, method in methods.items():
                if name not in cls.__dict__:
                    setattr(plain, name, method)
            return plain

        return made


def _compared(cls: type[Any], *, hashed: bool) -> dict[str, Any]:
    """How values of a class compare and hash: as the tuple of those of their fields that count."""
    names = [field.name for field in dataclasses.fields(cls) if field.compare]
    of: Callable[[Any], Any] = attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)

    def __eq__(self: Any, other: object) -> Any:  # noqa: N807 - what a traceback calls it
        return of(self) == of(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(of(self))

    return {"__eq__": __eq__, "__hash__": __hash__ if hashed else None}


def _shown(self: Any) -> str:
    said = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(said)})"


__all__ = ["cached_property", "dataclass"]
