"""Schema 4: documents and their chunks, vectors, memories, and what an answer was made from."""

from __future__ import annotations

VERSION = 4

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE collection (
        collection_id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        conversation_id TEXT REFERENCES conversation (conversation_id) ON DELETE CASCADE, -- of a chat's attachments
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX collection_by_conversation ON collection (conversation_id) WHERE conversation_id IS NOT NULL",
    """CREATE TABLE watched_folder (
        folder_id TEXT PRIMARY KEY,
        collection_id TEXT NOT NULL REFERENCES collection (collection_id) ON DELETE CASCADE,
        path TEXT NOT NULL,                 -- absolute
        watched INTEGER NOT NULL DEFAULT 1, -- 0: read once, changes are not followed
        added_at INTEGER NOT NULL,
        scanned_at INTEGER,                 -- NULL until the first look was over
        left_out TEXT NOT NULL DEFAULT '[]', -- JSON list of paths that the owner took out again
        UNIQUE (collection_id, path)
    ) STRICT, WITHOUT ROWID""",
    # What was read out of a file, once for all files with the same bytes.
    """CREATE TABLE content (
        content_id TEXT PRIMARY KEY,
        sha256 BLOB NOT NULL,               -- of the file's bytes
        reader TEXT NOT NULL,               -- which reader made it, with its version: a newer one reads again
        title TEXT NOT NULL DEFAULT '',
        language TEXT NOT NULL DEFAULT '',
        notices TEXT NOT NULL DEFAULT '[]', -- JSON list: hidden text left out, pages without text …
        character_count INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL,
        UNIQUE (sha256, reader)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE content_page (
        content_id TEXT NOT NULL REFERENCES content (content_id) ON DELETE CASCADE,
        page INTEGER NOT NULL,              -- from 1; a file without pages has one
        label TEXT NOT NULL DEFAULT '',     -- what the file calls it: "iv", a sheet's or slide's name
        text TEXT NOT NULL,
        PRIMARY KEY (content_id, page)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE document (
        document_id TEXT PRIMARY KEY,
        collection_id TEXT NOT NULL REFERENCES collection (collection_id) ON DELETE CASCADE,
        folder_id TEXT REFERENCES watched_folder (folder_id) ON DELETE CASCADE, -- NULL: the owner added it by hand
        path TEXT NOT NULL DEFAULT '',      -- absolute; '' for pasted text and attachments
        name TEXT NOT NULL,
        media_type TEXT NOT NULL DEFAULT '',
        size_bytes INTEGER NOT NULL DEFAULT 0,
        modified_ns INTEGER NOT NULL DEFAULT 0,
        blob_id TEXT REFERENCES blob (blob_id), -- the bytes of pasted text and attachments
        content_id TEXT REFERENCES content (content_id),
        state TEXT NOT NULL CHECK (state IN ('waiting', 'reading', 'ready', 'partial', 'failed', 'missing')),
        error TEXT,                         -- JSON: code, sentence, next_step, detail
        added_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE UNIQUE INDEX document_by_path ON document (collection_id, path) WHERE path <> ''",
    "CREATE INDEX document_by_content ON document (content_id)",
    "CREATE INDEX document_by_blob ON document (blob_id) WHERE blob_id IS NOT NULL",
    "CREATE INDEX document_by_folder ON document (folder_id)",
    "CREATE INDEX document_waiting ON document (state) WHERE state IN ('waiting', 'reading')",
    # What no document has any longer is forgotten with the last one, in the same transaction.
    """CREATE TRIGGER content_is_forgotten AFTER DELETE ON document WHEN old.content_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM document WHERE content_id = old.content_id) BEGIN
        DELETE FROM content WHERE content_id = old.content_id; END""",
    """CREATE TRIGGER content_is_replaced AFTER UPDATE OF content_id ON document
        WHEN old.content_id IS NOT NULL AND old.content_id IS NOT new.content_id
        AND NOT EXISTS (SELECT 1 FROM document WHERE content_id = old.content_id) BEGIN
        DELETE FROM content WHERE content_id = old.content_id; END""",
    # What was attached to a chat is asked there for as long as a message of the chat has it.
    """CREATE TRIGGER attached_document_is_forgotten AFTER DELETE ON attachment BEGIN
        DELETE FROM document WHERE blob_id = old.blob_id AND collection_id IN (
            SELECT collection_id FROM collection WHERE conversation_id IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM attachment JOIN message ON message.message_id = attachment.message_id
                WHERE attachment.blob_id = old.blob_id
                AND message.conversation_id = collection.conversation_id)); END""",
    """CREATE TABLE chunk (
        chunk_id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice: an index may still name one that is gone
        content_id TEXT NOT NULL REFERENCES content (content_id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        page INTEGER NOT NULL,
        start INTEGER NOT NULL,             -- characters of the page's text
        end INTEGER NOT NULL,
        kind TEXT NOT NULL DEFAULT 'prose' CHECK (kind IN ('prose', 'table', 'code')),
        heading TEXT NOT NULL DEFAULT '',   -- headings above it, outermost first, " › " between
        text TEXT NOT NULL,                 -- the page's text from start to end
        UNIQUE (content_id, position)
    ) STRICT""",
    """CREATE VIRTUAL TABLE chunk_words USING fts5 (
        heading, text, content='chunk', content_rowid='chunk_id', tokenize='unicode61 remove_diacritics 2'
    )""",
    """CREATE TRIGGER chunk_words_insert AFTER INSERT ON chunk BEGIN
        INSERT INTO chunk_words (rowid, heading, text) VALUES (new.chunk_id, new.heading, new.text); END""",
    """CREATE TRIGGER chunk_words_delete AFTER DELETE ON chunk BEGIN
        INSERT INTO chunk_words (chunk_words, rowid, heading, text)
        VALUES ('delete', old.chunk_id, old.heading, old.text); END""",
    # Scripts without spaces: the ingest files such chunks here too.
    "CREATE VIRTUAL TABLE chunk_trigrams USING fts5 (text, tokenize='trigram')",
    """CREATE TRIGGER chunk_trigrams_delete AFTER DELETE ON chunk BEGIN
        DELETE FROM chunk_trigrams WHERE rowid = old.chunk_id; END""",
    # Deleted words leave the segments at once; without this they stay in them until a merge (measured).
    "INSERT INTO chunk_words (chunk_words, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO chunk_trigrams (chunk_trigrams, rank) VALUES ('secure-delete', 1)",
    # Vectors of everything that is found by meaning. `space` keeps chunks, messages and memories apart.
    """CREATE TABLE embedding (
        embedder TEXT NOT NULL,             -- identity of the model that made it
        space TEXT NOT NULL CHECK (space IN ('chunk', 'message', 'memory')),
        item_id INTEGER NOT NULL,           -- chunk_id, row_id of message, row_id of memory
        vector BLOB NOT NULL,               -- float32, little-endian, unit length
        PRIMARY KEY (embedder, space, item_id)
    ) STRICT""",  # with a rowid: else 384 dimensions take a page of overflow each, 3 × the room
    """CREATE TRIGGER chunk_embedding_delete AFTER DELETE ON chunk BEGIN
        DELETE FROM embedding WHERE space = 'chunk' AND item_id = old.chunk_id
        AND embedder IN (SELECT name FROM embedder); END""",
    """CREATE TRIGGER message_embedding_delete AFTER DELETE ON message BEGIN
        DELETE FROM embedding WHERE space = 'message' AND item_id = old.row_id
        AND embedder IN (SELECT name FROM embedder); END""",
    # A note that was written anew means something else; an answer that still grows has no vector yet.
    """CREATE TRIGGER message_embedding_rewritten AFTER UPDATE OF text ON message
        WHEN old.state <> 'streaming' AND old.text <> new.text BEGIN
        DELETE FROM embedding WHERE space = 'message' AND item_id = old.row_id
        AND embedder IN (SELECT name FROM embedder); END""",
    # The models that vectors were made with: the one in use, and one that still answers while a new one is filled.
    """CREATE TABLE embedder (
        name TEXT PRIMARY KEY,
        dimensions INTEGER NOT NULL,
        in_use INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # 256 vectors a row, four times as fast to load. A cache: made from `embedding`, dropped when that changes.
    """CREATE TABLE embedding_pack (
        embedder TEXT NOT NULL,
        space TEXT NOT NULL,
        pack INTEGER NOT NULL,              -- item_id / 256
        item_ids BLOB NOT NULL,             -- int64, little-endian
        vectors BLOB NOT NULL,
        PRIMARY KEY (embedder, space, pack)
    ) STRICT""",
    # A pack that is there is true: none holds a vector that was forgotten, or lacks one.
    *(
        f"""CREATE TRIGGER embedding_pack_after_{act.lower()} AFTER {act} ON embedding BEGIN
        DELETE FROM embedding_pack
        WHERE embedder = {row}.embedder AND space = {row}.space AND pack = {row}.item_id / 256; END"""
        for act, row in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old"))
    ),
    """CREATE TABLE memory (
        row_id INTEGER PRIMARY KEY AUTOINCREMENT,
        memory_id TEXT NOT NULL UNIQUE,
        text TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('fact', 'preference')),
        state TEXT NOT NULL CHECK (state IN ('proposed', 'kept')),
        pinned INTEGER NOT NULL DEFAULT 0,
        conversation_id TEXT,               -- where it was learnt; NULL: the owner wrote it
        message_id TEXT,
        replaces TEXT,                      -- memory_id of a kept one whose place a proposed one is to take
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        expires_at INTEGER,                 -- NULL keeps it for good
        used_at INTEGER,
        use_count INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    """CREATE TRIGGER memory_embedding_delete AFTER DELETE ON memory BEGIN
        DELETE FROM embedding WHERE space = 'memory' AND item_id = old.row_id
        AND embedder IN (SELECT name FROM embedder); END""",
    """CREATE VIRTUAL TABLE memory_words USING fts5 (
        text, content='memory', content_rowid='row_id', tokenize='unicode61 remove_diacritics 2'
    )""",
    """CREATE TRIGGER memory_words_insert AFTER INSERT ON memory BEGIN
        INSERT INTO memory_words (rowid, text) VALUES (new.row_id, new.text); END""",
    """CREATE TRIGGER memory_words_delete AFTER DELETE ON memory BEGIN
        INSERT INTO memory_words (memory_words, rowid, text) VALUES ('delete', old.row_id, old.text); END""",
    """CREATE TRIGGER memory_words_update AFTER UPDATE OF text ON memory WHEN old.text <> new.text BEGIN
        INSERT INTO memory_words (memory_words, rowid, text) VALUES ('delete', old.row_id, old.text);
        INSERT INTO memory_words (rowid, text) VALUES (new.row_id, new.text); END""",
    "INSERT INTO memory_words (memory_words, rank) VALUES ('secure-delete', 1)",
    # What went into an answer: passages used and dropped with their scores, memories, time per stage.
    """CREATE TABLE answer_audit (
        message_id TEXT PRIMARY KEY REFERENCES message (message_id) ON DELETE CASCADE,
        audit TEXT NOT NULL                 -- JSON, see core.chat.answer_audit
    ) STRICT, WITHOUT ROWID""",
    # Where an answer's context came from, beyond owner, app and model: JSON list of origins. Taint outlives a turn.
    "ALTER TABLE message ADD COLUMN origins TEXT NOT NULL DEFAULT '[]'",
    # Which collections a chat asks: JSON list of ids; NULL none.
    "ALTER TABLE conversation ADD COLUMN sources TEXT",
)
