"""What a field means: the docstring below it.

pydantic can read these when a model is made (`use_attribute_docstrings`), by parsing the source of every model; that took a
twentieth of a cold start, for what schema and columns of tables ask alone. So they are read here, when somebody asks.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from pydantic import BaseModel

from converter.models.base import Model


@cache
def descriptions(model: type[BaseModel]) -> Mapping[str, str]:
    """The meaning of each field of a model that has one written below it."""
    (made,) = ast.parse(inspect.getsource(model)).body
    assert isinstance(made, ast.ClassDef)
    found = {}
    for field, below in pairwise(made.body):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(said))):
                found[name] = inspect.cleandoc(said)
    return found


def describe() -> None:
    """Give the fields of all models their descriptions, for the schema that pydantic makes of them."""
    for model in Model.__subclasses__():
        for name, said in descriptions(model).items():
            model.model_fields[name].description = said
        model.model_rebuild(force=True)
