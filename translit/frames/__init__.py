"""Doors to tables of other engines: Arrow, pandas, Polars, DuckDB, Spark and spaCy.

One Arrow function per verb (`translit.frames.arrow`); every other door is a thin one on it. Each
engine is an extra, imported only inside its own door: ``pip install 'translit-names[polars]'``.
"""
