"""The spaCy door: a pipeline component that gives each entity its canonical form.

``nlp.add_pipe("entity_canonical")`` after the entity recogniser; then ``ent._.canonical`` and
``ent._.reading``, and ``ent.kb_id_`` where a table row names the entity.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from srsly.msgpack import msgpack_decoders, msgpack_encoders

from translit.canon import explain
from translit.nouns import Kind, Place, Reading, Row, Step

__all__ = ["EntityCanonical", "make"]

_KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "PER": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_CACHED = 1 << 14
_VALUES: dict[str, type] = {value.__name__: value for value in (Reading, Row, Place, Step)}
_MARK = "__translit__"  # under which the bytes of a document name one of these

for _name in ("canonical", "reading"):
    if not Span.has_extension(_name):
        Span.set_extension(_name, default=None)


def _encoded(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """A Reading, or a value in it, as what the bytes of a document can hold."""
    if type(value) in _VALUES.values():
        made, told = value.__reduce__()
        return {_MARK: made.__name__, "told": told}
    return chain(value) if chain else value


def _decoded(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """The Reading, or value in it, that the bytes of a document tell of."""
    if value.keys() == {_MARK, "told"} and value[_MARK] in _VALUES:
        made = _VALUES[value[_MARK]]
        return made(*(tuple(one) if isinstance(one, list) else one for one in value["told"]))
    return chain(value) if chain else value


msgpack_encoders.register("translit", func=_encoded)
msgpack_decoders.register("translit", func=_decoded)


class EntityCanonical:
    """Sets ``ent._.canonical``, ``ent._.reading`` and ``ent.kb_id_`` on the entities of known labels."""

    def __init__(self, labels: dict[str, Kind]) -> None:
        self.labels = labels
        self._read = lru_cache(_CACHED)(explain)

    def __call__(self, doc: Doc) -> Doc:
        """Read every entity whose label is a kind of name."""
        found = []
        for entity in doc.ents:
            kind = self.labels.get(entity.label_)
            if kind is not None:
                reading: Reading = self._read(entity.text, kind)
                name = reading.row.id if reading.row else ""
                entity = Span(doc, entity.start, entity.end, label=entity.label, kb_id=name or entity.kb_id)
                entity._.canonical = reading.canonical
                entity._.reading = reading
            found.append(entity)
        doc.set_ents(found)
        return doc


@Language.factory("entity_canonical", default_config={"labels": _KINDS})
def make(nlp: Language, name: str, labels: dict[str, Kind]) -> EntityCanonical:
    """Make the component; `labels` maps entity labels to "person" or "place"."""
    return EntityCanonical(labels)
