<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActivityPage</name>
    <message numerus="yes">
        <source>%n chats were deleted because their time was over.</source>
        <translation>
            <numerusform>%n chat was deleted because its time was over.</numerusform>
            <numerusform>%n chats were deleted because their time was over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats were exported.</source>
        <translation>
            <numerusform>%n chat was exported.</numerusform>
            <numerusform>%n chats were exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats were imported from {0}.</source>
        <translation>
            <numerusform>%n chat was imported from {0}.</numerusform>
            <numerusform>%n chats were imported from {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message numerus="yes">
        <source>about %n hours left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatCommands</name>
    <message numerus="yes">
        <source>%n chats deleted.</source>
        <translation>
            <numerusform>Chat deleted.</numerusform>
            <numerusform>%n chats deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chats with {0} were imported.</source>
        <translation>
            <numerusform>%n chat with {0} was imported.</numerusform>
            <numerusform>%n chats with {0} were imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectionDetail</name>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>%n with problems</numerusform>
            <numerusform>%n with problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message numerus="yes">
        <source>Write down %n files?</source>
        <translation>
            <numerusform>Write down %n file?</numerusform>
            <numerusform>Write down %n files?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderRow</name>
    <message numerus="yes">
        <source>%n files left out, as Hearth does not read their kinds: {0}</source>
        <translation>
            <numerusform>%n file left out, as Hearth does not read its kind: {0}</numerusform>
            <numerusform>%n files left out, as Hearth does not read their kinds: {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HardwareCard</name>
    <message numerus="yes">
        <source>%n cores</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more, {0} together</source>
        <translation>
            <numerusform>and %n more, {0} together</numerusform>
            <numerusform>and %n more, {0} together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HowMade</name>
    <message numerus="yes">
        <source>%n older messages of this chat, looked up again</source>
        <translation>
            <numerusform>%n older message of this chat, looked up again</numerusform>
            <numerusform>%n older messages of this chat, looked up again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KnowledgePage</name>
    <message numerus="yes">
        <source>%n chapters</source>
        <translation>
            <numerusform>%n chapter</numerusform>
            <numerusform>%n chapters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters that nobody sees in the document were left out: they may be meant to mislead a model.</source>
        <translation>
            <numerusform>%n character that nobody sees in the document was left out: it may be meant to mislead a model.</numerusform>
            <numerusform>%n characters that nobody sees in the document were left out: they may be meant to mislead a model.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in part</source>
        <translation>
            <numerusform>%n in part</numerusform>
            <numerusform>%n in part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read</source>
        <translation>
            <numerusform>%n not read</numerusform>
            <numerusform>%n not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages hold no text that could be read. Scanned pages need “Read scanned pages” in the settings.</source>
        <translation>
            <numerusform>%n page holds no text that could be read. Scanned pages need “Read scanned pages” in the settings.</numerusform>
            <numerusform>%n pages hold no text that could be read. Scanned pages need “Read scanned pages” in the settings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages read from pictures</source>
        <translation>
            <numerusform>%n page read from pictures</numerusform>
            <numerusform>%n pages read from pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages without text</source>
        <translation>
            <numerusform>%n page without text</numerusform>
            <numerusform>%n pages without text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts are protected and were not read.</source>
        <translation>
            <numerusform>%n part is protected and was not read.</numerusform>
            <numerusform>%n parts are protected and were not read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts not read</source>
        <translation>
            <numerusform>%n part not read</numerusform>
            <numerusform>%n parts not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts, such as attachments, were not read.</source>
        <translation>
            <numerusform>%n part, such as an attachment, was not read.</numerusform>
            <numerusform>%n parts, such as attachments, were not read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n protected parts not read</source>
        <translation>
            <numerusform>%n protected part not read</numerusform>
            <numerusform>%n protected parts not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slides</source>
        <translation>
            <numerusform>%n slide</numerusform>
            <numerusform>%n slides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to read</source>
        <translation>
            <numerusform>%n to read</numerusform>
            <numerusform>%n to read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All that was read is destroyed, with %n passages of the index. What lies on the disk stays where it is.</source>
        <translation>
            <numerusform>All that was read is destroyed, with %n passage of the index. What lies on the disk stays where it is.</numerusform>
            <numerusform>All that was read is destroyed, with %n passages of the index. What lies on the disk stays where it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forget %n files?</source>
        <translation>
            <numerusform>Forget %n file?</numerusform>
            <numerusform>Forget %n files?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The words of %n pages were recognised from pictures; a few may be wrong.</source>
        <translation>
            <numerusform>The words of %n page were recognised from a picture; a few may be wrong.</numerusform>
            <numerusform>The words of %n pages were recognised from pictures; a few may be wrong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hidden text left out (%n characters)</source>
        <translation>
            <numerusform>hidden text left out (%n character)</numerusform>
            <numerusform>hidden text left out (%n characters)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n brought back.</source>
        <translation>
            <numerusform>%n brought back.</numerusform>
            <numerusform>%n brought back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported.</source>
        <translation>
            <numerusform>%n imported.</numerusform>
            <numerusform>%n imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n memories</source>
        <translation>
            <numerusform>%n memory</numerusform>
            <numerusform>%n memories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for your answer</source>
        <translation>
            <numerusform>%n waiting for your answer</numerusform>
            <numerusform>%n waiting for your answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forget all %n memories?</source>
        <translation>
            <numerusform>Forget the one memory?</numerusform>
            <numerusform>Forget all %n memories?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Used in %n answers</source>
        <translation>
            <numerusform>Used in %n answer</numerusform>
            <numerusform>Used in %n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message numerus="yes">
        <source>From %n files of yours.</source>
        <translation>
            <numerusform>From %n file of yours.</numerusform>
            <numerusform>From %n files of yours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message numerus="yes">
        <source>Known for %n files; for the others the host’s own is used</source>
        <translation>
            <numerusform>Known for %n file; for the others the host’s own is used</numerusform>
            <numerusform>Known for %n files; for the others the host’s own is used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n more</source>
        <translation>
            <numerusform>{0} and %n more</numerusform>
            <numerusform>{0} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message numerus="yes">
        <source>(%n times)</source>
        <translation>
            <numerusform>(%n time)</numerusform>
            <numerusform>(%n times)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n results</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message numerus="yes">
        <source>%n chats exported.</source>
        <translation>
            <numerusform>%n chat exported.</numerusform>
            <numerusform>%n chats exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalBar</name>
    <message numerus="yes">
        <source>(%n more)</source>
        <translation>
            <numerusform>(%n more)</numerusform>
            <numerusform>(%n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message numerus="yes">
        <source>Conversation, %n messages</source>
        <translation>
            <numerusform>Conversation, %n message</numerusform>
            <numerusform>Conversation, %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message numerus="yes">
        <source>%n passages</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceStrip</name>
    <message numerus="yes">
        <source>From %n of your files</source>
        <translation>
            <numerusform>From one of your files</numerusform>
            <numerusform>From %n of your files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unsupported: {0} names no passage that was found.</source>
        <translation>
            <numerusform>Unsupported: {0} names no passage that was found.</numerusform>
            <numerusform>Unsupported: {0} name no passage that was found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcesPicker</name>
    <message numerus="yes">
        <source>%n attached files</source>
        <translation>
            <numerusform>%n attached file</numerusform>
            <numerusform>%n attached files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n collections</source>
        <translation>
            <numerusform>%n collection</numerusform>
            <numerusform>%n collections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcesPopup</name>
    <message numerus="yes">
        <source>%n files are still being read; answers come from the others.</source>
        <translation>
            <numerusform>%n file is still being read; answers come from the others.</numerusform>
            <numerusform>%n files are still being read; answers come from the others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files attached to this chat are asked, too.</source>
        <translation>
            <numerusform>%n file attached to this chat is asked, too.</numerusform>
            <numerusform>%n files attached to this chat are asked, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}, %n documents</source>
        <translation>
            <numerusform>{name}, %n document</numerusform>
            <numerusform>{name}, %n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TranscriptModel</name>
    <message numerus="yes">
        <source>%n older messages stand in a summary now.</source>
        <translation>
            <numerusform>%n older message stands in a summary now.</numerusform>
            <numerusform>%n older messages stand in a summary now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n passages of your documents…</source>
        <translation>
            <numerusform>Reading %n passage of your documents…</numerusform>
            <numerusform>Reading %n passages of your documents…</numerusform>
        </translation>
    </message>
</context>
</TS>
