from __future__ import annotations

import pytest

from core.chat.token_estimate import IMAGE_TOKENS, MESSAGE_TOKENS, TokenEstimator, plain_tokens
from models.language.messages import ChatMessage

ENGLISH = "The quick brown fox jumps over the lazy dog and keeps running through the quiet forest until night. "


# Wide bounds around what tokenizers of these vocabularies usually make of such texts; no tokenizer is at hand here.
@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        (ENGLISH, 18, 32),
        ("Die schnelle Prüfung der Übertragungsgeschwindigkeit gelang überraschend gut.", 14, 26),
        ("今日はとても良い天気ですね。散歩に行きましょう。", 14, 30),
        ("Быстрая коричневая лиса прыгает через ленивую собаку.", 14, 30),
        ("def f(x): return {'a': x[0] + 1, 'b': [i * 2 for i in range(10)]}", 22, 40),
        ("🙂🎉🚀", 4, 12),
        ("", 0, 0),
    ],
)
def test_estimates_lie_within_what_is_usual_for_each_script(text: str, least: int, most: int) -> None:
    assert least <= plain_tokens(text) <= most


def test_a_text_of_megabytes_is_estimated_from_samples() -> None:
    assert plain_tokens(ENGLISH * 50_000) == pytest.approx(plain_tokens(ENGLISH) * 50_000, rel=0.05)


def test_a_prompt_counts_its_marks_and_images() -> None:
    estimator = TokenEstimator()
    bare = estimator.text(ENGLISH, model="m")
    assert estimator.prompt([ChatMessage("user", ENGLISH)], model="m") == pytest.approx(bare + MESSAGE_TOKENS, abs=1)
    assert (
        estimator.prompt([ChatMessage("user", "", images=(b"1", b"2"))], model="m") == 2 * IMAGE_TOKENS + MESSAGE_TOKENS
    )


def test_the_servers_count_corrects_the_estimates_of_that_model_alone() -> None:
    estimator = TokenEstimator()
    prompt = [ChatMessage("user", ENGLISH * 40)]
    truth = round(estimator.prompt(prompt, model="m") * 1.5)
    for _ in range(8):
        estimator.learn("m", estimated=estimator.prompt(prompt, model="m"), reported=truth)
    assert estimator.prompt(prompt, model="m") == pytest.approx(truth, rel=0.02)
    assert estimator.factor("other") == 1.0


@pytest.mark.parametrize("reported", [None, 0, 3, 100_000])
def test_a_count_that_cannot_be_true_teaches_nothing(reported: int | None) -> None:
    estimator = TokenEstimator()
    estimator.learn("m", estimated=1000, reported=reported)
    assert estimator.factor("m") == 1.0
