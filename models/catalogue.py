"""The catalogue of models that Hearth offers: reads `catalogue.toml`, which is data and not code.

Reading takes some milliseconds, so it is done when the catalogue is first asked for.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, get_args
from urllib.parse import urlsplit

Purpose: TypeAlias = Literal["language", "speech", "voice", "embedding"]
PURPOSES: Final[tuple[Purpose, ...]] = get_args(Purpose)
OLLAMA_REGISTRY: Final = "registry.ollama.ai"
CATALOGUE_FILE: Final = Path(__file__).with_name("catalogue.toml")

# Where Hugging Face sends one on to for large files: its content network, old and new, and its newer storage.
_REDIRECT_HOSTS: Final[Mapping[str, tuple[str, ...]]] = {
    "huggingface.co": (
        "cdn-lfs.huggingface.co",
        "cdn-lfs.hf.co",
        "cdn-lfs-us-1.hf.co",
        "cdn-lfs-eu-1.hf.co",
        "cas-bridge.xethub.hf.co",
    ),
    "github.com": ("release-assets.githubusercontent.com", "objects.githubusercontent.com"),
}


class CatalogueDamaged(ValueError):
    """The catalogue is not what this program understands; a mistake of ours, since it ships with the program."""


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """One file of a model. `path` is relative inside the model's folder.

    `sha256` "" means that nobody published one: the host's own declaration is used, and shown as such.
    `size_bytes` is a rounded figure unless `size_is_exact`.
    """

    path: str
    url: str
    size_bytes: int
    sha256: str = ""
    size_is_exact: bool = False


@dataclass(frozen=True, slots=True)
class CatalogueModel:
    """One model that can be fetched, by Ollama (`ollama_name`) or as `files`.

    `languages` are ISO 639-1 codes, or ("*",) for very many. `memory_bytes` is what running it takes with a modest
    context. `size_bytes` is what fetching and keeping it takes, rounded for what Ollama pulls. `active_bytes` is what
    is read for each token: less than the size where only some experts work at a time.
    """

    model_id: str
    name: str
    purpose: Purpose
    summary: str
    languages: tuple[str, ...]
    size_bytes: int
    memory_bytes: int
    parameters: str
    licence: str
    licence_url: str
    source: str
    ollama_name: str = ""
    files: tuple[CatalogueFile, ...] = ()
    context_tokens: int | None = None
    abilities: tuple[str, ...] = ()
    active_bytes: int = 0
    quality: int = 0

    @property
    def hosts(self) -> tuple[str, ...]:
        """Hosts that a fetch would talk to, those it is known to be sent on to included; for the owner's consent."""
        if self.ollama_name:
            return ollama_hosts(self.ollama_name)
        return hosts_with_redirects(urlsplit(file.url).hostname or "" for file in self.files)

    @property
    def bytes_per_token(self) -> int:
        """How much memory is read for each token that is written."""
        return self.active_bytes or self.size_bytes


def hosts_with_redirects(hosts: Iterable[str]) -> tuple[str, ...]:
    """`hosts`, each followed by those it is known to send one on to; without doubles."""
    found: dict[str, None] = {}
    for host in hosts:
        found.update(dict.fromkeys((host, *_REDIRECT_HOSTS.get(host, ()))))
    return tuple(found)


def ollama_hosts(ollama_name: str) -> tuple[str, ...]:
    """The registry that Ollama itself asks for `ollama_name`: its own, or the host in front of the name."""
    first, slash, _ = ollama_name.partition("/")
    if slash and first == "hf.co":
        return hosts_with_redirects(("hf.co", "huggingface.co"))
    if slash and "." in first:
        return hosts_with_redirects((first,))
    return (OLLAMA_REGISTRY,)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All models of the catalogue, in its order, which is the order to show them in."""

    models: tuple[CatalogueModel, ...]
    _by_id: dict[str, CatalogueModel] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {model.model_id: model for model in self.models})

    def of(self, purpose: Purpose) -> tuple[CatalogueModel, ...]:
        """The models for `purpose`."""
        return tuple(model for model in self.models if model.purpose == purpose)

    def get(self, model_id: str) -> CatalogueModel | None:
        """The model of that id, None where the catalogue does not know it."""
        return self._by_id.get(model_id)

    def by_ollama_name(self, name: str) -> CatalogueModel | None:
        """The model that Ollama calls `name`; it writes `:latest` where no tag was given."""
        wanted = name.casefold().removesuffix(":latest")
        for model in self.models:
            if model.ollama_name and model.ollama_name.casefold().removesuffix(":latest") == wanted:
                return model
        return None

    @classmethod
    def load(cls, path: Path | None = None) -> Catalogue:
        """Read the catalogue that ships with Hearth, or the one at `path`. Raises `CatalogueDamaged`, OSError."""
        try:
            data = tomllib.loads((path or CATALOGUE_FILE).read_text(encoding="utf-8"))
            return cls(tuple(_model(entry) for entry in data["model"]))
        except (KeyError, TypeError, ValueError) as fault:
            raise CatalogueDamaged(f"{type(fault).__name__}: {fault}") from fault


def _model(entry: Mapping[str, Any]) -> CatalogueModel:
    fields = dict(entry)
    files = tuple(CatalogueFile(**file) for file in fields.pop("files", ()))
    if fields["purpose"] not in PURPOSES:
        raise CatalogueDamaged(f"purpose {fields['purpose']!r}")
    for name in ("languages", "abilities"):
        fields[name] = tuple(fields.get(name, ()))
    if files:
        fields.setdefault("size_bytes", sum(file.size_bytes for file in files))
    if fields.get("ollama_name"):
        fields.setdefault("model_id", f"ollama:{fields['ollama_name']}")
    return CatalogueModel(**fields, files=files)
