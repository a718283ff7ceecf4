"""Sound out of true files in many forms, out of damaged ones, and out of ones that lie."""

from __future__ import annotations

import io
import random
import socket
from pathlib import Path

import numpy as np
import pytest

from models.engine_errors import SoundUnreadable
from models.speech.engines import RATE_HZ, Samples
from models.speech.sound_file import SoundFile
from tests.peers.sound_maker import encoded, silent_film, wave_file, with_gap


def _tone(seconds: float, *, rate_hz: int = RATE_HZ, hz: float = 440.0) -> Samples:
    time_s = np.arange(int(seconds * rate_hz)) / rate_hz
    return np.asarray(0.5 * np.sin(2 * np.pi * hz * time_s), dtype=np.float32)


def _read(data: bytes, *, clip_start_s: float = 0.0) -> tuple[float, Samples]:
    """When it begins, and all of it."""
    with SoundFile(io.BytesIO(data), clip_start_s=clip_start_s) as sound:
        blocks = [block for block in sound.blocks() if len(block.samples)]
    return blocks[0].start_s, np.concatenate([block.samples for block in blocks])


def _loudest_hz(samples: Samples) -> float:
    return float(np.argmax(np.abs(np.fft.rfft(samples))) * RATE_HZ / len(samples))


@pytest.mark.parametrize(
    ("form", "codec", "rate_hz", "video"),
    [
        ("flac", "flac", 96_000, False),
        ("ogg", "libopus", 48_000, False),
        ("mp3", "libmp3lame", 44_100, False),
        ("ipod", "aac", 44_100, False),
        ("matroska", "aac", 48_000, True),
        ("mp4", "aac", 44_100, True),
        ("avi", "pcm_s16le", 8_000, True),
        ("mpegts", "aac", 48_000, True),
    ],
)
def test_sound_comes_out_of_every_usual_form(form: str, codec: str, rate_hz: int, video: bool) -> None:  # noqa: FBT001
    begins_s, samples = _read(encoded(_tone(4.0), form, codec, rate_hz=rate_hz, video=video))
    assert begins_s == pytest.approx(0.0, abs=0.15)
    assert len(samples) / RATE_HZ == pytest.approx(4.0, abs=0.2)
    assert _loudest_hz(samples) == pytest.approx(440, abs=3)
    assert np.abs(samples).max() == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize(("rate_hz", "channels"), [(8_000, 1), (16_000, 2), (44_100, 2), (96_000, 1), (192_000, 6)])
def test_any_rate_and_number_of_channels_becomes_sixteen_kilohertz_mono(rate_hz: int, channels: int) -> None:
    _, samples = _read(wave_file(_tone(2.0, rate_hz=rate_hz), rate_hz=rate_hz, channels=channels))
    assert len(samples) == pytest.approx(2 * RATE_HZ, rel=0.01)
    assert _loudest_hz(samples) == pytest.approx(440, abs=3)
    assert samples.dtype == np.float32


def test_blocks_are_small_and_follow_one_another() -> None:
    with SoundFile(io.BytesIO(wave_file(_tone(20.0)))) as sound:
        assert sound.total_s == pytest.approx(20.0)
        blocks = list(sound.blocks())
    assert max(len(block.samples) for block in blocks) < 3 * RATE_HZ
    ends = np.cumsum([len(block.samples) for block in blocks]) / RATE_HZ
    assert [block.start_s for block in blocks[1:]] == pytest.approx(list(ends[:-1]), abs=1e-6)


@pytest.mark.parametrize(
    ("form", "codec"), [("flac", "flac"), ("ogg", "libopus"), ("mp4", "aac"), ("wav", "pcm_s16le")]
)
def test_a_clip_begins_where_it_was_asked_to(form: str, codec: str) -> None:
    whole = np.concatenate((_tone(10.0, hz=300), _tone(5.0, hz=900)))
    data = encoded(whole, form, codec, rate_hz=48_000 if codec == "libopus" else RATE_HZ)
    begins_s, samples = _read(data, clip_start_s=10.5)
    assert begins_s == pytest.approx(10.5, abs=0.15)
    assert len(samples) / RATE_HZ == pytest.approx(4.5, abs=0.25)
    assert _loudest_hz(samples) == pytest.approx(900, abs=5)


def test_a_gap_in_the_recording_keeps_its_length_without_being_filled() -> None:
    with SoundFile(io.BytesIO(with_gap(_tone(2.0), _tone(2.0), gap_s=3_600))) as sound:
        blocks = [block for block in sound.blocks() if len(block.samples)]
    assert sum(len(block.samples) for block in blocks) == pytest.approx(4 * RATE_HZ, rel=0.02)
    assert blocks[-1].start_s > 3_600


def test_a_file_that_breaks_off_is_heard_to_there() -> None:
    data = encoded(_tone(10.0), "flac", "flac")
    _, samples = _read(data[: len(data) // 2])
    assert 2 < len(samples) / RATE_HZ < 8


def test_a_file_damaged_in_the_middle_goes_on_after_it() -> None:
    data = bytearray(encoded(_tone(10.0), "mp3", "libmp3lame"))
    middle = len(data) // 2
    data[middle : middle + 400] = bytes(400)
    _, samples = _read(bytes(data))
    assert len(samples) / RATE_HZ > 9


def test_a_claimed_length_is_not_believed() -> None:
    data = wave_file(_tone(2.0), claimed_s=36_000)
    with SoundFile(io.BytesIO(data)) as sound:
        read = sum(len(block.samples) for block in sound.blocks())
    assert read == pytest.approx(2 * RATE_HZ, rel=0.01)


@pytest.mark.parametrize(
    "data", [b"", b"RIFF", b"hello" * 1000, bytes(100_000), b"\xff\xfb\x90\x64" * 3, b"\x1aE\xdf\xa3" + bytes(5000)]
)
def test_what_is_no_sound_is_said_to_be_unreadable(data: bytes) -> None:
    with pytest.raises(SoundUnreadable):
        _read(data)


def test_a_film_without_sound_is_said_to_have_none() -> None:
    with pytest.raises(SoundUnreadable, match="no sound"):
        _read(silent_film())


def test_a_playlist_is_not_followed_to_a_file_or_a_host(tmp_path: Path) -> None:
    (tmp_path / "secret.wav").write_bytes(wave_file(_tone(2.0)))
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x.ts"
        for there in (address, (tmp_path / "secret.wav").as_uri(), str(tmp_path / "secret.wav")):
            playlist = f"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{there}\n#EXT-X-ENDLIST\n"
            concatenated = f"ffconcat version 1.0\nfile '{there}'\n"
            head = "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            session = f"{head}m=audio {address[17:22]} RTP/AVP 0\r\n"
            for text in (playlist, concatenated, session):
                with pytest.raises(SoundUnreadable):
                    _read(text.encode())
        with pytest.raises(BlockingIOError):
            server.accept()


def test_files_changed_at_random_are_heard_or_said_to_be_unreadable(storm: bool) -> None:  # noqa: FBT001
    """Nothing else comes of them, no error of FFmpeg's and no sound without end."""
    chance = random.Random(20_261_121)
    forms = [("flac", "flac", False), ("ogg", "libopus", False), ("mp4", "aac", True), ("mpegts", "aac", True)]
    files = [encoded(_tone(2.0), form, codec, rate_hz=48_000, video=video) for form, codec, video in forms]
    heard = 0
    for _ in range(5_000 if storm else 200):
        data = bytearray(chance.choice(files))
        for _ in range(chance.choice((1, 5, 40))):
            data[chance.randrange(chance.choice((600, len(data))))] = chance.randrange(256)
        try:
            _, samples = _read(bytes(data[: chance.choice((len(data), chance.randrange(1, len(data))))]))
        except (SoundUnreadable, IndexError):  # IndexError: it was opened, and no sound was left of it
            continue
        heard += 1
        assert len(samples) < 60 * RATE_HZ
    assert heard > 20
