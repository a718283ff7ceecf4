"""Schema 3: how much of a spoken answer was heard; transcripts of audio files and voice notes."""

from __future__ import annotations

VERSION = 3

STATEMENTS: tuple[str, ...] = (
    # Of an answer that was interrupted while it was spoken: how many characters of its text were heard.
    "ALTER TABLE message ADD COLUMN heard_characters INTEGER",
    """CREATE TABLE transcript (
        transcript_id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        source_name TEXT NOT NULL DEFAULT '', -- name of the file, without its folder
        source_path TEXT NOT NULL DEFAULT '', -- where the file was, to go on after a restart; '' for a voice note
        media_type TEXT NOT NULL DEFAULT '',
        duration_ms INTEGER,                  -- NULL until it is known
        language TEXT NOT NULL DEFAULT '',    -- ISO 639-1, as recognised
        task TEXT NOT NULL DEFAULT 'transcribe' CHECK (task IN ('transcribe', 'translate')),
        model TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'complete', 'stopped', 'failed')),
        error TEXT,                           -- JSON: code, sentence, next_step, detail
        done_ms INTEGER NOT NULL DEFAULT 0,   -- how much of the sound has been read
        keep_sound INTEGER NOT NULL DEFAULT 0, -- 1 where the sound is to be kept once it was read
        blob_id TEXT REFERENCES blob (blob_id), -- the sound itself; NULL where only the text is kept
        conversation_id TEXT,                 -- of a voice note
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX transcript_by_age ON transcript (created_at)",
    """CREATE TABLE transcript_segment (
        transcript_id TEXT NOT NULL REFERENCES transcript (transcript_id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        start_ms INTEGER NOT NULL,
        end_ms INTEGER NOT NULL,
        text TEXT NOT NULL,
        words TEXT NOT NULL DEFAULT '[]',     -- JSON list of [text, start_ms, end_ms, probability]
        PRIMARY KEY (transcript_id, position)
    ) STRICT, WITHOUT ROWID""",
)
