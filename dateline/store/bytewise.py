"""The order of text that does not depend on the database: by code points, as SQLite and Python have it.

PostgreSQL sorts text by the collation of its database, which may pass over case and punctuation.
"""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler


class bytewise(sa.sql.functions.ReturnTypeFromArgs[str]):  # noqa: N801 (a function of SQL)
    """A column of text, to order by."""

    inherit_cache = True


@compiles(bytewise)
def _as_it_is(element: bytewise, compiler: SQLCompiler, **how: Any) -> str:
    return compiler.process(next(iter(element.clauses)), **how)


@compiles(bytewise, "postgresql")
def _by_code_points(element: bytewise, compiler: SQLCompiler, **how: Any) -> str:
    return f'{compiler.process(next(iter(element.clauses)), **how)} COLLATE "C"'
