from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from models.embedding.minilm import FACTS, MiniLm
from models.embedding.minilm_session import MiniLmSession, minilm_assets
from models.engine_errors import EmbedderFailed, EmbedderUnfit

ROOT = Path(__file__).parents[3]
TEXTS = [
    "The lease ends in March and is not renewed by itself.",
    "A cat sleeps on the warm stove.",
    "def area(radius): return 3.14159 * radius ** 2",
    "Der Vertrag endet im März.",
    "",
    "🦊 " * 40,
    "word " * 400,
    "日本語の文章です。",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped files whose models can be damaged."""
    for name in ("tokenizer.json", "self_check.json"):
        shutil.copy(minilm_assets() / name, tmp_path)
    for name in ("model_w8.onnx", "model_fp16w.onnx"):
        (tmp_path / name).symlink_to(minilm_assets() / name)
    return tmp_path


def replace_file(file: Path, data: bytes) -> None:
    file.unlink()
    file.write_bytes(data)


async def test_what_means_the_same_is_near_and_vectors_have_unit_length() -> None:
    embedder = MiniLm()
    vectors = await embedder.embed(TEXTS)
    assert (vectors.shape, vectors.dtype) == ((len(TEXTS), FACTS.dimensions), np.float32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-3)
    (question,) = await embedder.embed(["When does the rental contract end?"], use="query")
    assert int(np.argmax(vectors @ question)) == 0
    assert embedder.build == "w8"
    await embedder.aclose()


async def test_a_text_gets_the_same_vector_whoever_its_neighbours_are() -> None:
    embedder = MiniLm()
    together = await embedder.embed(TEXTS)
    alone = np.vstack([await embedder.embed([text]) for text in TEXTS])
    backwards = (await embedder.embed(TEXTS[::-1]))[::-1]
    assert (together * alone).sum(axis=1).min() > 0.99999
    assert (together * backwards).sum(axis=1).min() > 0.99999
    await embedder.aclose()


async def test_beyond_256_tokens_a_text_is_not_seen_and_the_count_says_so() -> None:
    embedder = MiniLm()
    seen, longer, shorter = await embedder.embed(
        ["word " * 254 + "fox", "word " * 254 + "ocean liner", "word " * 253 + "fox"]
    )
    assert seen @ longer > 0.99999
    assert seen @ shorter < 0.99999
    assert embedder.token_counts(["", "word", "word " * 400, "日本語"])[:3] == [2, 3, 402]
    await embedder.aclose()


async def test_half_a_surrogate_and_a_null_are_texts_like_others() -> None:
    embedder = MiniLm()
    vectors = await embedder.embed(["half \ud83d a pair", "a \x00 null"])
    assert np.isfinite(vectors).all()
    assert embedder.token_counts(["half \ud83d a pair"])[0] > 3
    await embedder.aclose()


async def test_no_text_is_no_work() -> None:
    assert (await MiniLm().embed([])).shape == (0, FACTS.dimensions)


async def test_where_the_small_model_cannot_be_read_the_other_one_serves(folder: Path) -> None:
    whole = (folder / "model_w8.onnx").read_bytes()
    replace_file(folder / "model_w8.onnx", whole[: len(whole) // 2])
    damaged, sound = MiniLm(folder), MiniLm()
    first, second = await damaged.embed(TEXTS), await sound.embed(TEXTS)
    assert (damaged.build, sound.build) == ("fp16w", "w8")
    assert (first * second).sum(axis=1).min() > 0.99, "they share an index"
    await damaged.aclose()
    await sound.aclose()


def test_where_the_small_model_computes_something_else_the_other_one_serves(folder: Path) -> None:
    data = bytearray((folder / "model_w8.onnx").read_bytes())
    middle = len(data) * 3 // 4
    data[middle : middle + 2_000_000] = bytes(2_000_000)  # weights: it loads, and is wrong
    replace_file(folder / "model_w8.onnx", bytes(data))
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    onnxruntime.InferenceSession(str(folder / "model_w8.onnx"), options, providers=["CPUExecutionProvider"])
    session = MiniLmSession(folder)
    assert session.build == "fp16w"
    assert session.refused["w8"].startswith("cosine 0.")


@pytest.mark.parametrize("name", ["tokenizer.json", "self_check.json", "models"])
async def test_without_sound_files_there_is_no_embedder(folder: Path, name: str) -> None:
    files = [folder / "model_w8.onnx", folder / "model_fp16w.onnx"] if name == "models" else [folder / name]
    for file in files:
        replace_file(file, b"{}")
    embedder = MiniLm(folder)
    with pytest.raises(EmbedderUnfit):
        await embedder.load()
    await embedder.aclose()


async def test_a_question_does_not_wait_for_a_file(folder: Path) -> None:
    embedder = MiniLm(threads=1)
    await embedder.load()
    order: list[str] = []

    async def passages() -> None:
        await embedder.embed(["word " * 250] * 12)
        order.append("passages")

    async def question() -> None:
        await embedder.embed(["where?"], use="query")
        order.append("question")

    await asyncio.gather(passages(), question())
    assert order == ["question", "passages"]
    await embedder.aclose()


async def test_closing_ends_what_waits_and_it_can_be_loaded_again() -> None:
    embedder = MiniLm()
    await embedder.load()
    long = asyncio.create_task(embedder.embed(["word " * 250] * 200))
    await asyncio.sleep(0.05)
    await embedder.aclose()
    with pytest.raises(EmbedderFailed):
        await long
    assert (await embedder.embed(["again"])).shape == (1, FACTS.dimensions)
    await embedder.aclose()


async def test_unused_for_a_while_it_gives_its_memory_back_and_is_loaded_again() -> None:
    embedder = MiniLm(rest_s=0.05)
    before = await embedder.embed(["The heron waits for fish."])
    assert embedder.build is not None
    async with asyncio.timeout(30):
        while embedder.build is not None:  # noqa: ASYNC110 - no event tells of it
            await asyncio.sleep(0.01)
    after = await embedder.embed(["The heron waits for fish."])
    assert np.array_equal(before, after)
    await embedder.aclose()


async def test_it_rests_in_the_middle_of_no_call() -> None:
    embedder = MiniLm(rest_s=0.0)
    texts = [f"Passage {number} of a long file about herons in the reeds." for number in range(200)]
    made = await asyncio.gather(*(embedder.embed(texts[start::4]) for start in range(4)))
    assert [len(vectors) for vectors in made] == [50] * 4
    await embedder.aclose()


async def test_a_cancelled_call_leaves_the_embedder_usable() -> None:
    embedder = MiniLm()
    await embedder.load()
    long = asyncio.create_task(embedder.embed(["word " * 250] * 200))
    await asyncio.sleep(0.05)
    long.cancel()
    with pytest.raises(asyncio.CancelledError):
        await long
    assert len(await embedder.embed(["and on"])) == 1
    await embedder.aclose()


def test_nothing_is_told_to_anybody_and_no_file_appears(tmp_path: Path) -> None:
    home = tmp_path / "watched"
    home.mkdir()
    code = (
        "import asyncio, json, sys\n"
        "from models.embedding.minilm import MiniLm\n"
        "embedder = MiniLm()\n"
        "async def main():\n"
        "    await embedder.embed(['hello'])\n"
        "    await embedder.aclose()\n"
        "asyncio.run(main())\n"
        "print(json.dumps([name for name in ('torch', 'transformers', 'huggingface_hub') if name in sys.modules]))"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("ORT_", "XDG_"))}
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        env={**environment, "HOME": str(home), "TMPDIR": str(home), "PYTHONPATH": str(ROOT)},
        cwd=home,
        capture_output=True,
        check=True,
        text=True,
    )
    assert json.loads(done.stdout) == []
    assert [str(file) for file in home.rglob("*")] == []
    assert done.stderr == ""
