"""Schema 2: personas, prompts, votes between two answers, parameters of models; persona and kind of a chat."""

from __future__ import annotations

VERSION = 2

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE persona (
        persona_id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        description TEXT NOT NULL DEFAULT '',
        instructions TEXT NOT NULL DEFAULT '',
        model TEXT NOT NULL DEFAULT '',      -- empty: the model of the chat
        greeting TEXT NOT NULL DEFAULT '',
        colour TEXT NOT NULL DEFAULT '',     -- name of a colour of the theme
        voice TEXT NOT NULL DEFAULT '',      -- catalogue id of a voice; empty: the usual one
        starters TEXT NOT NULL DEFAULT '[]', -- JSON list of texts
        parameters TEXT NOT NULL DEFAULT '{}', -- JSON: temperature, context_tokens, seed …
        tools TEXT NOT NULL DEFAULT '[]',    -- JSON list of names
        position INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE prompt (
        prompt_id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE, -- what is typed after the slash
        title TEXT NOT NULL,
        description TEXT NOT NULL DEFAULT '',
        text TEXT NOT NULL,                  -- with {{variables}}
        starter INTEGER NOT NULL DEFAULT 0,  -- offered in an empty chat
        selection INTEGER NOT NULL DEFAULT 0, -- offered for selected text
        position INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # One choice between two answers to the same question; it outlives the chat as figures only.
    """CREATE TABLE model_vote (
        vote_id TEXT PRIMARY KEY,
        question_id TEXT,                    -- NULL once the chat is deleted
        winner TEXT NOT NULL,                -- model names
        loser TEXT NOT NULL,
        tie INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE UNIQUE INDEX model_vote_by_question ON model_vote (question_id) WHERE question_id IS NOT NULL",
    """CREATE TRIGGER model_vote_forgets_question AFTER DELETE ON message WHEN old.role = 'user' BEGIN
        UPDATE model_vote SET question_id = NULL WHERE question_id = old.message_id; END""",
    """CREATE TABLE model_parameters (
        model TEXT PRIMARY KEY,
        parameters TEXT NOT NULL,            -- JSON: temperature, top_p, seed, context_tokens, keep_alive_minutes …
        changed_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "ALTER TABLE conversation ADD COLUMN persona_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE conversation ADD COLUMN kind TEXT NOT NULL DEFAULT 'chat' CHECK (kind IN ('chat', 'notes'))",
)
