from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import numpy as np
import pytest

from core.errors import VaultLocked
from core.events import TranscriptChanged
from core.voice import opus_sound
from core.voice.transcript_rows import Transcript
from core.voice.transcripts import Transcripts
from core.voice.voice_trouble import SoundGone, TranscriptMissing
from tests.peers.ollama_replies import answer
from tests.peers.patience import PATIENCE_S
from tests.peers.profile_at_hand import ProfileAtHand
from tests.peers.spoken_files import PHRASES, told, write_file
from tests.peers.voice_stage import MODEL, VoiceStage, voice_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[VoiceStage]:
    async with voice_stage(tmp_path) as stage:
        yield stage


@pytest.fixture
def transcripts(stage: VoiceStage) -> Transcripts:
    return stage.voice.transcripts


async def _done(transcripts: Transcripts, transcript: Transcript) -> Transcript:
    async with asyncio.timeout(PATIENCE_S):
        await transcripts.settle()
    return await transcripts.get(transcript.transcript_id)


async def _until_words(transcripts: Transcripts, transcript: Transcript, count: int = 1) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while len(await transcripts.segments(transcript.transcript_id)) < count:  # noqa: ASYNC110 - the event may be left out
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("ending", [".mp3", ".mp4"])
async def test_a_file_is_written_down_with_the_time_of_each_word(
    transcripts: Transcripts, tmp_path: Path, ending: str
) -> None:
    made = await transcripts.add(write_file(tmp_path / f"Board meeting{ending}", told()))
    assert (made.state, made.title) == ("waiting", "Board meeting")
    done = await _done(transcripts, made)
    assert (done.state, done.language, done.model) == ("complete", "en", "whisper:commands")
    segments = await transcripts.segments(done.transcript_id)
    assert [segment.text for segment in segments] == list(PHRASES)
    assert ["".join(word.text for word in one.words).strip() for one in segments] == list(PHRASES)
    times = [word.start_ms for segment in segments for word in segment.words]
    assert times == sorted(times)
    assert abs((done.duration_ms or 0) - len(told()) / 16) < 500
    assert segments[1].start_ms > 3000
    assert done.done_ms == done.duration_ms
    assert done.blob_id is None


async def test_files_are_heard_one_after_the_other(stage: VoiceStage, transcripts: Transcripts, tmp_path: Path) -> None:
    first, second, third = [
        await transcripts.add(write_file(tmp_path / f"{number}.wav", told(PHRASES[number : number + 1])))
        for number in range(3)
    ]
    async with asyncio.timeout(PATIENCE_S):
        await transcripts.settle()
    listed = {one.transcript_id: one for one in await transcripts.list()}
    for number, one in enumerate((first, second, third)):
        assert listed[one.transcript_id].state == "complete"
        assert await transcripts.text(one.transcript_id) == PHRASES[number]
    told_of = [change.transcript_id for change in stage.changes if isinstance(change, TranscriptChanged)]
    assert told_of.index(third.transcript_id) < len(told_of)
    assert transcripts.progress(first.transcript_id) is None


async def test_a_stopped_file_keeps_its_words_and_goes_on_behind_them(transcripts: Transcripts, tmp_path: Path) -> None:
    phrases = PHRASES * 12
    made = await transcripts.add(write_file(tmp_path / "long.wav", told(phrases)))
    await _until_words(transcripts, made)
    await transcripts.stop(made.transcript_id)
    stopped = await transcripts.get(made.transcript_id)
    assert stopped.state == "stopped"
    kept = await transcripts.segments(made.transcript_id)
    assert 0 < len(kept) < len(phrases)
    await transcripts.go_on(made.transcript_id)
    done = await _done(transcripts, made)
    assert done.state == "complete"
    whole = await transcripts.segments(made.transcript_id)
    assert whole[: len(kept)] == kept
    assert [segment.text for segment in whole] == list(phrases)


async def test_one_that_waits_can_be_stopped(transcripts: Transcripts, tmp_path: Path) -> None:
    path = write_file(tmp_path / "a.wav", told(PHRASES[:1]))
    await transcripts.add(path)
    second = await transcripts.add(path)
    await transcripts.stop(second.transcript_id)
    assert (await _done(transcripts, second)).state == "stopped"
    assert await transcripts.segments(second.transcript_id) == []


async def test_the_sound_is_kept_encrypted_where_it_was_asked_for_and_shredded_with_its_transcript(
    stage: VoiceStage, transcripts: Transcripts, tmp_path: Path
) -> None:
    path = write_file(tmp_path / "film.mp4", told(PHRASES[:2]))
    made = await _done(transcripts, await transcripts.add(path, keep_sound=True))
    assert made.state == "complete"
    assert made.blob_id is not None
    path.unlink()
    blocks = [block async for block in transcripts.sound(made.transcript_id, from_ms=2000)]
    assert abs(sum(map(len, blocks)) / 16_000 - (len(told(PHRASES[:2])) / 16_000 - 2.0)) < 0.3
    blobs = stage.assistant.vault.paths.blobs if stage.assistant.vault else Path()
    assert (blobs / made.blob_id).exists()
    await transcripts.delete(made.transcript_id)
    assert not (blobs / made.blob_id).exists()
    with pytest.raises(TranscriptMissing):
        await transcripts.get(made.transcript_id)


async def test_housekeeping_leaves_the_sound_of_a_transcript_alone(
    stage: VoiceStage, transcripts: Transcripts, tmp_path: Path
) -> None:
    path = write_file(tmp_path / "a.wav", told(PHRASES[:1]))
    made = await _done(transcripts, await transcripts.add(path, keep_sound=True))
    stage.clock.move(40 * 86_400)
    await stage.assistant.conversations.forget_litter(stage.clock.now())
    path.unlink()
    assert [block async for block in transcripts.sound(made.transcript_id)]


async def test_without_its_sound_a_transcript_says_so(transcripts: Transcripts, tmp_path: Path) -> None:
    path = write_file(tmp_path / "gone.wav", told(PHRASES[:1]))
    made = await _done(transcripts, await transcripts.add(path))
    assert await transcripts.has_sound(made.transcript_id)
    assert [block async for block in transcripts.sound(made.transcript_id)]
    path.unlink()
    assert not await transcripts.has_sound(made.transcript_id)
    with pytest.raises(SoundGone, match=r"gone\.wav"):
        [block async for block in transcripts.sound(made.transcript_id)]


def _nothing(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("This is a text that calls itself music. " * 50)


def _silent_film(path: Path) -> None:
    write_file(path, None)


def _cut_film(path: Path) -> None:
    write_file(path, told(PHRASES[:1]))
    path.write_bytes(path.read_bytes()[:3000])


def _folder(path: Path) -> None:
    path.mkdir()


HOSTILE: tuple[tuple[str, Callable[[Path], None], str], ...] = (
    ("empty.mp3", _nothing, "SoundFileUnfit"),
    ("text.mp3", _text, "SoundFileUnfit"),
    ("silent.mp4", _silent_film, "SoundFileUnfit"),
    ("cut.mp4", _cut_film, "SoundFileUnfit"),
    ("folder.mp3", _folder, "SoundGone"),
)


async def test_a_file_without_sound_fails_with_a_sentence(transcripts: Transcripts, tmp_path: Path) -> None:
    for name, spoil, _ in HOSTILE:
        spoil(tmp_path / name)
    made = [
        (await transcripts.add(tmp_path / name, keep_sound=keep), name, code)
        for name, _, code in HOSTILE
        for keep in (False, True)
    ]
    good = await transcripts.add(write_file(tmp_path / "good.wav", told(PHRASES[:1])))
    assert (await _done(transcripts, good)).state == "complete"
    for one, name, code in made:
        failed = await transcripts.get(one.transcript_id)
        assert failed.state == "failed"
        assert failed.error is not None
        assert failed.error.code == code
        assert name in failed.error.sentence


async def test_silence_is_a_transcript_without_words(transcripts: Transcripts, tmp_path: Path) -> None:
    path = write_file(tmp_path / "quiet.wav", np.zeros(16_000 * 20, dtype=np.float32))
    made = await _done(transcripts, await transcripts.add(path))
    assert made.state == "complete"
    assert await transcripts.text(made.transcript_id) == ""


async def test_without_a_speech_model_it_is_told_what_to_do(
    stage: VoiceStage, transcripts: Transcripts, tmp_path: Path
) -> None:
    stage.files.delete("whisper:commands")
    made = await _done(transcripts, await transcripts.add(write_file(tmp_path / "a.wav", told(PHRASES[:1]))))
    assert made.error is not None
    assert made.error.code == "NoSpeechModel"


async def test_a_child_that_is_killed_costs_no_words(transcripts: Transcripts, tmp_path: Path) -> None:
    phrases = PHRASES * 12
    made = await transcripts.add(write_file(tmp_path / "long.wav", told(phrases)))
    await _until_words(transcripts, made)
    process = transcripts._ear.process
    assert process is not None
    assert process._pipe is not None
    process._pipe.kill()
    done = await _done(transcripts, made)
    assert done.state == "complete"
    assert [segment.text for segment in await transcripts.segments(made.transcript_id)] == list(phrases)


async def test_nothing_is_left_running_or_loaded_when_all_is_heard(transcripts: Transcripts, tmp_path: Path) -> None:
    await _done(transcripts, await transcripts.add(write_file(tmp_path / "a.wav", told(PHRASES[:1]))))
    assert transcripts._ear.process is None
    names = [task.get_name() for task in asyncio.all_tasks()]
    assert not [name for name in names if name.startswith(("transcri", "keep sound"))]


async def test_locking_in_the_middle_keeps_the_words_and_the_next_opening_goes_on(tmp_path: Path) -> None:
    phrases = PHRASES * 12
    async with voice_stage(tmp_path) as stage:
        transcripts = stage.voice.transcripts
        made = await transcripts.add(write_file(tmp_path / "long.wav", told(phrases)))
        waits = await transcripts.add(write_file(tmp_path / "short.wav", told(phrases[:1])))
        await _until_words(transcripts, made)
        await stage.assistant.lock("owner")
        with pytest.raises(VaultLocked):
            await transcripts.add(tmp_path / "long.wav")
        home = stage.assistant.paths.data
    assert _readable_traces(home) == []
    async with ProfileAtHand(tmp_path / "hearth").assistant() as assistant:
        transcripts = assistant.voice.transcripts
        stopped = await transcripts.get(made.transcript_id)
        assert (stopped.state, (await transcripts.get(waits.transcript_id)).state) == ("stopped", "stopped")
        assert 0 < len(await transcripts.segments(made.transcript_id)) < len(phrases)
        await transcripts.go_on(made.transcript_id)
        assert (await _done(transcripts, made)).state == "complete"
        assert [segment.text for segment in await transcripts.segments(made.transcript_id)] == list(phrases)


async def test_nothing_readable_is_left_on_the_disk(private_home: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    path = write_file(outside / "secret.wav", told(PHRASES[:2]))
    async with voice_stage(private_home) as stage:
        transcripts = stage.voice.transcripts
        await _done(transcripts, await transcripts.add(path, keep_sound=True))
        await transcripts.add_sound(opus_sound.encoded(told(PHRASES[2:3]), text=PHRASES[2]), title="Note")
        async with asyncio.timeout(PATIENCE_S):
            await transcripts.settle()
        assert _readable_traces(private_home) == []
    assert _readable_traces(private_home) == []


def _readable_traces(home: Path) -> list[str]:
    """Files below `home` that hold sound, or words that were said, as anybody could read them."""
    models = home / "models"
    marks = [b"OggS", b"OpusHead", b"RIFF", *(phrase.encode() for phrase in PHRASES), b"a timer", b"secret.wav"]
    found = []
    for path in home.rglob("*"):
        if path.is_file() and "models" not in path.parts and not path.is_relative_to(models):
            data = path.read_bytes()
            found += [f"{path.name}: {mark!r}" for mark in marks if mark in data]
    return found


async def test_a_recording_is_heard_from_its_own_sound(transcripts: Transcripts) -> None:
    made = await transcripts.add_sound(opus_sound.encoded(told(PHRASES[:2])), title="Idea")
    done = await _done(transcripts, made)
    assert (done.state, done.title, done.media_type) == ("complete", "Idea", "audio/ogg")
    assert await transcripts.text(made.transcript_id) == "What time is it?\n\nSet a timer for five minutes."


async def test_words_are_corrected_by_hand_and_stay_so(transcripts: Transcripts, tmp_path: Path) -> None:
    made = await _done(transcripts, await transcripts.add(write_file(tmp_path / "a.wav", told(PHRASES[:2]))))
    before = (await transcripts.segments(made.transcript_id))[1]
    changed = await transcripts.rewrite(made.transcript_id, 1, "Set a kitchen timer for nine minutes.")
    after = (await transcripts.segments(made.transcript_id))[1]
    assert after == changed
    assert after.text == "Set a kitchen timer for nine minutes."
    times = {word.text.strip(): (word.start_ms, word.end_ms) for word in before.words}
    for word in after.words:
        if word.text.strip() in times:
            assert (word.start_ms, word.end_ms) == times[word.text.strip()]
    starts = [word.start_ms for word in after.words]
    assert starts == sorted(starts)
    with pytest.raises(TranscriptMissing):
        await transcripts.rewrite(made.transcript_id, 99, "nothing")


async def test_it_is_renamed_and_exported_as_its_owner_wishes(
    stage: VoiceStage, transcripts: Transcripts, tmp_path: Path
) -> None:
    made = await _done(transcripts, await transcripts.add(write_file(tmp_path / "a.wav", told(PHRASES[:2]))))
    await transcripts.rename(made.transcript_id, "  Kitchen\n talk ")
    await transcripts.rename(made.transcript_id, "   ")
    target = io.BytesIO()
    await transcripts.export(made.transcript_id, "json", target)
    document = json.loads(target.getvalue())
    assert document["title"] == "Kitchen talk"
    assert [segment["text"] for segment in document["segments"]] == list(PHRASES[:2])
    (entry,) = [entry for entry in await stage.assistant.audit.entries() if entry.act == "transcript exported"]
    assert entry.subject == "json"


async def test_a_translation_stands_beside_the_original(
    stage: VoiceStage, transcripts: Transcripts, tmp_path: Path
) -> None:
    path = write_file(tmp_path / "talk.wav", told(PHRASES[:2]))
    made = await _done(transcripts, await transcripts.add(path, keep_sound=True))
    stage.peer.script(MODEL, answer("1| Wie spät ist es?\n2| Stelle einen Timer auf fünf Minuten."))
    shares: list[float] = []
    german = await transcripts.translate(made.transcript_id, "de", told=shares.append)
    assert shares == [1.0]
    assert (german.language, german.model, german.task) == ("de", MODEL, "translate")
    assert await transcripts.text(german.transcript_id) == "Wie spät ist es?\n\nStelle einen Timer auf fünf Minuten."
    assert await transcripts.text(made.transcript_id) == "What time is it?\n\nSet a timer for five minutes."
    await transcripts.delete(made.transcript_id)
    assert [block async for block in transcripts.sound(german.transcript_id)]


async def test_a_model_that_loses_count_is_asked_line_by_line(
    stage: VoiceStage, transcripts: Transcripts, tmp_path: Path
) -> None:
    made = await _done(transcripts, await transcripts.add(write_file(tmp_path / "talk.wav", told(PHRASES[:2]))))
    stage.peer.script(MODEL, answer("Here you are: 1| Uno"), answer("¿Qué hora es?"), answer("Pon un temporizador."))
    spanish = await transcripts.translate(made.transcript_id, "es")
    assert await transcripts.text(spanish.transcript_id) == "¿Qué hora es?\n\nPon un temporizador."
