"""Schema 1: anchor, settings, audit, blobs, folders, conversations, messages, search.

Times are INTEGER milliseconds since 1970 UTC; ids are 32-digit hexadecimal UUIDs, chosen by the program.
"""

from __future__ import annotations

VERSION = 1

STATEMENTS: tuple[str, ...] = (
    # Bumped in each write transaction; see core.vault.anchor.
    """CREATE TABLE anchor (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        sequence INTEGER NOT NULL,
        mac BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL, -- JSON
        changed_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE audit (
        sequence INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        act TEXT NOT NULL,
        subject TEXT NOT NULL,
        detail TEXT NOT NULL, -- JSON
        mac BLOB NOT NULL     -- chained over the row before
    ) STRICT""",
    """CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN
        SELECT RAISE(ABORT, 'audit is append-only'); END""",
    """CREATE TRIGGER audit_is_never_cut BEFORE DELETE ON audit BEGIN
        SELECT RAISE(ABORT, 'audit is append-only'); END""",
    # The end of the chain: without it, rows cut off at the end would not be missed.
    """CREATE TABLE audit_head (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        sequence INTEGER NOT NULL,
        mac BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE blob (
        blob_id TEXT PRIMARY KEY,
        wrapped_key BLOB NOT NULL,
        size_bytes INTEGER NOT NULL,
        sha256 BLOB NOT NULL, -- of the plain bytes
        created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE folder (
        folder_id TEXT PRIMARY KEY,
        parent_id TEXT REFERENCES folder (folder_id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        position INTEGER NOT NULL,
        created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE conversation (
        row_id INTEGER PRIMARY KEY,
        conversation_id TEXT NOT NULL UNIQUE,
        folder_id TEXT REFERENCES folder (folder_id) ON DELETE SET NULL,
        title TEXT NOT NULL,
        title_by TEXT NOT NULL CHECK (title_by IN ('nobody', 'model', 'owner')),
        pinned INTEGER NOT NULL DEFAULT 0,
        archived INTEGER NOT NULL DEFAULT 0,
        model TEXT NOT NULL DEFAULT '',
        instructions TEXT NOT NULL DEFAULT '',
        active_leaf_id TEXT,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        expires_at INTEGER,             -- NULL keeps it for good
        origin TEXT NOT NULL DEFAULT ''  -- foreign program it was imported from
    ) STRICT""",
    "CREATE INDEX conversation_by_time ON conversation (archived, pinned DESC, updated_at DESC)",
    "CREATE INDEX conversation_by_folder ON conversation (folder_id, updated_at DESC)",
    "CREATE INDEX conversation_by_expiry ON conversation (expires_at) WHERE expires_at IS NOT NULL",
    """CREATE TABLE conversation_tag (
        conversation_id TEXT NOT NULL REFERENCES conversation (conversation_id) ON DELETE CASCADE,
        tag TEXT NOT NULL,
        PRIMARY KEY (conversation_id, tag)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX conversation_tag_by_tag ON conversation_tag (tag)",
    """CREATE TABLE message (
        row_id INTEGER PRIMARY KEY,
        message_id TEXT NOT NULL UNIQUE,
        conversation_id TEXT NOT NULL REFERENCES conversation (conversation_id) ON DELETE CASCADE,
        parent_id TEXT,                  -- NULL for a root; a message of the same conversation
        role TEXT NOT NULL CHECK (role IN ('system', 'user', 'assistant', 'tool')),
        text TEXT NOT NULL,
        thinking TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL CHECK (state IN ('streaming', 'complete', 'stopped', 'failed')),
        model TEXT NOT NULL DEFAULT '',
        error TEXT,                      -- JSON: code, sentence, next_step, detail
        tool_calls TEXT,                 -- JSON list: name, arguments, call_id
        notices TEXT,                    -- JSON list of what happened on the way: fallback, summary, retries
        prompt_tokens INTEGER,
        answer_tokens INTEGER,
        answer_s REAL,                   -- seconds of writing, as the server measured
        first_token_s REAL,
        total_s REAL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX message_by_conversation ON message (conversation_id, row_id)",
    "CREATE INDEX message_unfinished ON message (state) WHERE state = 'streaming'",
    """CREATE TABLE attachment (
        attachment_id TEXT PRIMARY KEY,
        message_id TEXT NOT NULL REFERENCES message (message_id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('image', 'text', 'file')),
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        size_bytes INTEGER NOT NULL,
        blob_id TEXT NOT NULL REFERENCES blob (blob_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX attachment_by_message ON attachment (message_id, position)",
    "CREATE INDEX attachment_by_blob ON attachment (blob_id)",
    # A rolling summary of everything up to and including one message of a branch.
    """CREATE TABLE summary (
        message_id TEXT PRIMARY KEY REFERENCES message (message_id) ON DELETE CASCADE,
        conversation_id TEXT NOT NULL REFERENCES conversation (conversation_id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        message_count INTEGER NOT NULL,
        model TEXT NOT NULL,
        created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX summary_by_conversation ON summary (conversation_id)",
    # Answers kept by the response cache (off by default).
    """CREATE TABLE answer_cache (
        key BLOB PRIMARY KEY, -- HMAC of model, parameters and prompt
        answer TEXT NOT NULL, -- JSON list of pieces
        created_at INTEGER NOT NULL,
        used_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # Words. A streaming message is indexed when it is finished, so that growing it stays cheap.
    # The view keeps the index checkable and rebuildable while a message streams.
    "CREATE VIEW message_finished AS SELECT row_id, text FROM message WHERE state <> 'streaming'",
    """CREATE VIRTUAL TABLE message_words USING fts5 (
        text, content='message_finished', content_rowid='row_id', tokenize='unicode61 remove_diacritics 2', prefix='2 3'
    )""",
    """CREATE TRIGGER message_words_insert AFTER INSERT ON message WHEN new.state <> 'streaming' BEGIN
        INSERT INTO message_words (rowid, text) VALUES (new.row_id, new.text); END""",
    """CREATE TRIGGER message_words_delete AFTER DELETE ON message WHEN old.state <> 'streaming' BEGIN
        INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', old.row_id, old.text); END""",
    # Forgetting comes BEFORE and learning AFTER: two AFTER triggers would run in no certain order.
    """CREATE TRIGGER message_words_forget BEFORE UPDATE OF text, state ON message
        WHEN old.state <> 'streaming' AND (new.state = 'streaming' OR old.text <> new.text) BEGIN
        INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', old.row_id, old.text); END""",
    """CREATE TRIGGER message_words_learn AFTER UPDATE OF text, state ON message
        WHEN new.state <> 'streaming' AND (old.state = 'streaming' OR old.text <> new.text) BEGIN
        INSERT INTO message_words (rowid, text) VALUES (new.row_id, new.text); END""",
    # Scripts without spaces (Chinese, Japanese, Korean, Thai): the store files such messages here too.
    "CREATE VIRTUAL TABLE message_trigrams USING fts5 (text, tokenize='trigram')",
    """CREATE TRIGGER message_trigrams_delete AFTER DELETE ON message BEGIN
        DELETE FROM message_trigrams WHERE rowid = old.row_id; END""",
    # Titles are short: parts of words are found, too.
    """CREATE VIRTUAL TABLE title_trigrams USING fts5 (
        title, content='conversation', content_rowid='row_id', tokenize='trigram'
    )""",
    """CREATE TRIGGER title_trigrams_insert AFTER INSERT ON conversation BEGIN
        INSERT INTO title_trigrams (rowid, title) VALUES (new.row_id, new.title); END""",
    """CREATE TRIGGER title_trigrams_delete AFTER DELETE ON conversation BEGIN
        INSERT INTO title_trigrams (title_trigrams, rowid, title) VALUES ('delete', old.row_id, old.title); END""",
    """CREATE TRIGGER title_trigrams_update AFTER UPDATE OF title ON conversation WHEN old.title <> new.title BEGIN
        INSERT INTO title_trigrams (title_trigrams, rowid, title) VALUES ('delete', old.row_id, old.title);
        INSERT INTO title_trigrams (rowid, title) VALUES (new.row_id, new.title); END""",
)
