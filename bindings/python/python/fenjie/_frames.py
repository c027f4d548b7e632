"""Arrow tables as data frames of the libraries that are installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from fenjie._fenjie import Table


def to_polars(table: Table) -> pl.DataFrame:
    """A polars data frame over the same memory."""
    try:
        import polars as pl  # noqa: PLC0415 (an extra)
    except ImportError as cause:
        raise ImportError("to_polars needs polars: pip install 'fenjie[polars]'") from cause
    return pl.DataFrame(table)


def to_pandas(table: Table) -> pd.DataFrame:
    """A pandas data frame with Arrow's types, so that numbers stay exact and whole; repeated words are categories."""
    try:
        import pandas as pd  # noqa: PLC0415 (an extra)
        import pyarrow as pa  # noqa: PLC0415
    except ImportError as cause:
        raise ImportError("to_pandas needs pandas and pyarrow: pip install 'fenjie[pandas]'") from cause
    types: dict[object, object] = {}
    frame = pa.table(table).to_pandas(
        types_mapper=lambda kind: None if pa.types.is_dictionary(kind) else types.setdefault(kind, pd.ArrowDtype(kind))
    )
    assert isinstance(frame, pd.DataFrame)  # noqa: S101 (pyarrow has no types of its own)
    return frame
